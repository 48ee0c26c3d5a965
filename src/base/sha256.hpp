// SHA-256 of something too large to hold: fed in blocks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rapport {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// Lower-case hex; ends it.
  [[nodiscard]] std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport
