// Declares Result<T>: a value or an Error. It stands in for std::expected, which GCC 12 does not
// have.
#pragma once

#include "common/system/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace ofsearch {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }

  // Is to be called only if there is a value: the caller must check.
  T& operator*() { return *std::get_if<0>(&state_); }
  const T& operator*() const { return *std::get_if<0>(&state_); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  // Is to be called only if there is no value: the caller must check.
  const Error& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  explicit operator bool() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace ofsearch

// Evaluates to the value of EXPR, a Result; if that is an Error, returns it from the enclosing
// function. A statement expression, which GCC and Clang support.
#define OF_TRY(EXPR)                                  \
  ({                                                  \
    auto of_try_result = (EXPR);                      \
    if (!of_try_result) return of_try_result.error(); \
    std::move(*of_try_result);                        \
  })

// Does the same for Result<void>.
#define OF_CHECK(EXPR)                                    \
  do {                                                    \
    auto of_check_result = (EXPR);                        \
    if (!of_check_result) return of_check_result.error(); \
  } while (false)
