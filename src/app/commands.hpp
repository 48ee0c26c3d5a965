// The command line: serve, demo, migrate, backup, restore, staff, import, export, doctor, routes, config.
#pragma once

namespace rapport::app {

/// Runs one command and returns the process's exit code: 0 done, 1 failed, 2 the words could not be
/// understood.
int run_command_line(int argc, char** argv);

}  // namespace rapport::app
