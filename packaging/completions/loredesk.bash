# bash completion for loredesk                             -*- shell-script -*-
# SPDX-License-Identifier: GPL-3.0-or-later

# Needs nothing of bash-completion, so that it also works where it is sourced by hand.
_loredesk()
{
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= word
    local commands="digest series show am compare search index message subject"
    local -a options=()
    COMPREPLY=()

    # The command is the first word or none: what comes later are archives.
    if ((COMP_CWORD > 1)); then
        for word in $commands; do
            [[ ${COMP_WORDS[1]} == "$word" ]] && command=$word
        done
    fi

    case $command:$previous in
    digest:--format) mapfile -t COMPREPLY < <(compgen -W "text markdown html json" -- "$current") && return ;;
    digest:--layout) mapfile -t COMPREPLY < <(compgen -W "full classic" -- "$current") && return ;;
    digest:--since | digest:--until)
        mapfile -t COMPREPLY < <(compgen -W "yesterday 7.days.ago 30.days.ago" -- "$current") && return ;;
    digest:--list | digest:--top | am:--version | search:--limit) return ;;
    esac

    case $command in
    digest) options=(--since --until --since-last --list --layout --format --top --output -o --help) ;;
    series) options=(--json --help) ;;
    show) options=(--raw --json --diff --help) ;;
    am) options=(--version --no-trailers --allow-missing --output -o --help) ;;
    compare) options=(--short --json --help) ;;
    search) options=(--json --limit --help) ;;
    index) options=(--timings --no-fulltext --help) ;;
    message) options=(--json --help) ;;
    subject) options=(--help) ;;
    *) options=(--new-window --help --version) ;;
    esac

    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${options[*]}" -- "$current")
        return
    fi
    [[ $command == subject ]] && return
    # Files are names, not words: readline is to quote them and to put a slash behind folders.
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
    if ((COMP_CWORD == 1)); then
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W "$commands" -- "$current")
    fi
}
complete -F _loredesk loredesk
