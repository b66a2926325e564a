# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for loredesk

set -l commands digest series show am compare search index message subject

# Archives are files and folders, which fish completes by itself; so nothing here turns that off but for `subject`.
complete -c loredesk -n __fish_use_subcommand -a digest -d 'The digest of a range'
complete -c loredesk -n __fish_use_subcommand -a series -d 'The patch series'
complete -c loredesk -n __fish_use_subcommand -a show -d 'One message'
complete -c loredesk -n __fish_use_subcommand -a am -d 'A series as an mbox that git am takes'
complete -c loredesk -n __fish_use_subcommand -a compare -d 'What changed between two versions of a series'
complete -c loredesk -n __fish_use_subcommand -a search -d 'Full-text search'
complete -c loredesk -n __fish_use_subcommand -a index -d 'Bring the cache up to date'
complete -c loredesk -n __fish_use_subcommand -a message -d 'Parse message files by themselves'
complete -c loredesk -n __fish_use_subcommand -a subject -d 'Parse subjects from standard input'
complete -c loredesk -s h -l help -d 'Show the help'
complete -c loredesk -n "not __fish_seen_subcommand_from $commands" -l version -d 'Show the version'
complete -c loredesk -n "not __fish_seen_subcommand_from $commands" -l new-window -d 'Open a window of its own'

complete -c loredesk -n '__fish_seen_subcommand_from digest' -l since -x -a 'yesterday 7.days.ago 30.days.ago' -d 'Messages from then on'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l until -x -a 'yesterday 7.days.ago 30.days.ago' -d 'Messages up to then'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l since-last -d 'What is new since the last run'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l list -x -d 'The name of the list'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l layout -x -a 'full classic' -d 'How much it says'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l format -x -a 'text markdown html json' -d 'How it is written'
complete -c loredesk -n '__fish_seen_subcommand_from digest' -l top -x -d 'Rows of the top lists'
complete -c loredesk -n '__fish_seen_subcommand_from digest am' -s o -l output -r -F -d 'Write to a file'
complete -c loredesk -n '__fish_seen_subcommand_from series show compare search message' -l json -d 'Write JSON'
complete -c loredesk -n '__fish_seen_subcommand_from show' -l raw -d 'Its bytes'
complete -c loredesk -n '__fish_seen_subcommand_from show' -l diff -d 'Nothing but its diff'
complete -c loredesk -n '__fish_seen_subcommand_from am' -l version -x -d 'That version, not the newest'
complete -c loredesk -n '__fish_seen_subcommand_from am' -l no-trailers -d 'As it was sent'
complete -c loredesk -n '__fish_seen_subcommand_from am' -l allow-missing -d 'Though patches are missing'
complete -c loredesk -n '__fish_seen_subcommand_from compare' -l short -d 'The list of patches alone'
complete -c loredesk -n '__fish_seen_subcommand_from search' -l limit -x -d 'No more than so many results'
complete -c loredesk -n '__fish_seen_subcommand_from index' -l timings -d 'What it took, as JSON'
complete -c loredesk -n '__fish_seen_subcommand_from index' -l no-fulltext -d 'Leave the full-text index out'
complete -c loredesk -n '__fish_seen_subcommand_from subject' -f
