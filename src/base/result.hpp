// Result and Refusal: what a front door answers when it will not do what was asked.
// A refusal is worded for the librarian. Failures of disk, database or network are exceptions, not refusals.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rapport {

/// One field's fault, in the user's words. `field` is the form field's name.
struct Fault {
  std::string field;
  std::string message;

  friend bool operator==(const Fault&, const Fault&) = default;
};

/// Why something was not done. After a refusal the database is as it was.
struct Refusal {
  enum class Kind {
    invalid,    ///< 422: the words given cannot be taken as they are; `faults` says which
    not_found,  ///< 404: no such thing, or not yours to see
    forbidden,  ///< 403: it exists for you, but you may not do this
    conflict,   ///< 409: somebody else was there first
  };

  Kind kind = Kind::invalid;
  std::string message;
  std::vector<Fault> faults = {};

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

[[nodiscard]] inline Refusal invalid(std::vector<Fault> faults) {
  auto message = faults.empty() ? std::string("Something here needs another look.") : faults.front().message;
  return {Refusal::Kind::invalid, std::move(message), std::move(faults)};
}
[[nodiscard]] inline Refusal invalid(std::string field, std::string message) {
  return invalid({Fault{std::move(field), std::move(message)}});
}
[[nodiscard]] inline Refusal not_found(std::string message) {
  return {Refusal::Kind::not_found, std::move(message)};
}
[[nodiscard]] inline Refusal forbidden(std::string message) {
  return {Refusal::Kind::forbidden, std::move(message)};
}
[[nodiscard]] inline Refusal conflict(std::string message) {
  return {Refusal::Kind::conflict, std::move(message)};
}

/// Stands for "done" where a verb has nothing to give back.
struct Done {
  friend bool operator==(Done, Done) = default;
};

/// Either a value or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Refusal refusal) : content_(std::in_place_index<1>, std::move(refusal)) {}

  [[nodiscard]] bool ok() const noexcept { return content_.index() == 0; }
  explicit operator bool() const noexcept { return ok(); }

  [[nodiscard]] const T& value() const& { return assert(ok()), *std::get_if<0>(&content_); }
  [[nodiscard]] T& value() & { return assert(ok()), *std::get_if<0>(&content_); }
  [[nodiscard]] T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&content_)); }
  const T& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  [[nodiscard]] const Refusal& refusal() const& { return assert(!ok()), *std::get_if<1>(&content_); }
  [[nodiscard]] Refusal&& refusal() && { return assert(!ok()), std::move(*std::get_if<1>(&content_)); }

 private:
  std::variant<T, Refusal> content_;
};

}  // namespace rapport
