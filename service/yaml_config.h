// --config FILE: a YAML file with the same names as a program's flags. A flag wins over the file.
#pragma once

namespace CLI {
class App;
}

namespace service {

// Adds --config to `app`, which must outlive the parsing.
void add_yaml_config(CLI::App& app);

}  // namespace service
