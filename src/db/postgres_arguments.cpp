// A statement's arguments as libpq wants them.
#include "db/postgres_arguments.hpp"

#include <charconv>

namespace rapport::db {

namespace {

constexpr int as_text = 0;
constexpr int as_bytes = 1;

constexpr Oid type_smallint = 21;
constexpr Oid type_integer = 23;
constexpr Oid type_varchar = 1043;
constexpr Oid type_single = 700;
constexpr Oid type_numeric = 1700;

}  // namespace

Oid wanted_type(const Parameter& argument) {
  switch (argument.kind()) {
    case Parameter::Kind::null:
      return postgres_type::unknown;
    case Parameter::Kind::integer:
      return postgres_type::bigint;
    case Parameter::Kind::real:
      return postgres_type::real;
    case Parameter::Kind::text:
      return postgres_type::text;
    case Parameter::Kind::blob:
      return postgres_type::blob;
  }
  return postgres_type::unknown;
}

bool fits(const Parameter& argument, Oid type) {
  switch (argument.kind()) {
    case Parameter::Kind::null:
      return true;
    case Parameter::Kind::integer:
      return type == postgres_type::bigint || type == type_integer || type == type_smallint;
    case Parameter::Kind::real:
      return type == postgres_type::real || type == type_single || type == type_numeric;
    case Parameter::Kind::text:
      return type == postgres_type::text || type == type_varchar;
    case Parameter::Kind::blob:
      return type == postgres_type::blob;
  }
  return false;
}

PostgresArguments::PostgresArguments(std::initializer_list<Parameter> arguments) : digits_(arguments.size()) {
  values_.reserve(arguments.size());
  lengths_.reserve(arguments.size());
  formats_.reserve(arguments.size());
  auto digits = digits_.begin();
  for (const auto& argument : arguments) add(argument, *digits++);
}

void PostgresArguments::add(const Parameter& argument, Digits& digits) {
  const char* value = digits.data();
  int length = 0;
  int format = as_text;
  char* const end = digits.data() + digits.size() - 1;  // the array is zeroed: the number ends with NUL
  switch (argument.kind()) {
    case Parameter::Kind::null:
      value = nullptr;
      break;
    case Parameter::Kind::integer:
      std::to_chars(digits.data(), end, argument.integer());
      break;
    case Parameter::Kind::real:
      std::to_chars(digits.data(), end, argument.real());
      break;
    case Parameter::Kind::text:
    case Parameter::Kind::blob:
      if (!argument.text().empty()) value = argument.text().data();
      length = static_cast<int>(argument.text().size());
      format = as_bytes;
      break;
  }
  values_.push_back(value);
  lengths_.push_back(length);
  formats_.push_back(format);
}

}  // namespace rapport::db
