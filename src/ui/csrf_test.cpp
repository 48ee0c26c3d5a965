// Forms from elsewhere are not taken.
#include "ui/csrf.hpp"

#include <gtest/gtest.h>

namespace rapport::ui {
namespace {

constexpr std::string_view here = "https://rapport.example";

http::Request form_with(std::string body, std::vector<http::Header> headers = {}) {
  http::Request request;
  request.method = http::Method::post;
  request.headers = std::move(headers);
  request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  request.body = std::move(body);
  return request;
}

TEST(Csrf, TakesTheTokenFromTheFieldOrTheHeader) {
  EXPECT_TRUE(is_csrf_ok(form_with("csrf=abc"), "abc", here));
  EXPECT_TRUE(is_csrf_ok(form_with("", {{"X-CSRF-Token", "abc"}}), "abc", here));
  EXPECT_FALSE(is_csrf_ok(form_with("csrf=abd"), "abc", here));
  EXPECT_FALSE(is_csrf_ok(form_with(""), "abc", here));
  EXPECT_FALSE(is_csrf_ok(form_with("csrf="), "", here));
}

TEST(Csrf, RefusesWhatTheBrowserCallsAnotherSite) {
  EXPECT_FALSE(is_csrf_ok(form_with("csrf=abc", {{"Sec-Fetch-Site", "cross-site"}}), "abc", here));
  EXPECT_FALSE(is_csrf_ok(form_with("csrf=abc", {{"Sec-Fetch-Site", "same-site"}}), "abc", here));
  EXPECT_TRUE(is_csrf_ok(form_with("csrf=abc", {{"Sec-Fetch-Site", "same-origin"}}), "abc", here));
}

TEST(Csrf, RefusesAnotherOrigin) {
  EXPECT_TRUE(is_from_here(form_with("", {{"Origin", "https://rapport.example"}}), here));
  for (const char* origin :
       {"null", "https://evil.example", "http://rapport.example", "https://rapport.example.evil"})
    EXPECT_FALSE(is_from_here(form_with("", {{"Origin", origin}}), here)) << origin;
}

TEST(Csrf, TakesAPageThatTellsNobodyWhereItCameFrom) {
  const auto from = [](const char* site) {
    return is_from_here(form_with("", {{"Origin", "null"}, {"Sec-Fetch-Site", site}}), here);
  };
  EXPECT_TRUE(from("same-origin"));
  EXPECT_FALSE(from("cross-site")) << "a frame without an origin";
  EXPECT_FALSE(from("same-site"));
  EXPECT_FALSE(from("none"));
}

TEST(Csrf, ComparesWithTheHostWhereNoAddressIsConfigured) {
  EXPECT_TRUE(
      is_from_here(form_with("", {{"Host", "127.0.0.1:8080"}, {"Origin", "http://127.0.0.1:8080"}}), ""));
  EXPECT_FALSE(
      is_from_here(form_with("", {{"Host", "127.0.0.1:8080"}, {"Origin", "http://127.0.0.1:9090"}}), ""));
}

}  // namespace
}  // namespace rapport::ui
