// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace loredesk::app {

/// The exit states of the command line (see --help).
enum class ExitState {
    Done = 0,             ///< everything was done
    DoneWithProblems = 1, ///< done, with problems in the data, each one on standard error
    WrongUsage = 2,
    CannotOpen = 3, ///< the archive cannot be opened or the output cannot be written
    NotFound = 4,   ///< no such message, series or revision in it
};

} // namespace loredesk::app
