// The one binary.
#include "app/commands.hpp"

int main(int argc, char** argv) {
  return rapport::app::run_command_line(argc, argv);
}
