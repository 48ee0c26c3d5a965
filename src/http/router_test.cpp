// Which route a path finds.
#include "http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rapport::http {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

Router product() {
  Router router;
  router.add(Method::get, "/", 0);
  router.add(Method::get, "/people", 1);
  router.add(Method::post, "/people", 2);
  router.add(Method::get, "/people/new", 3);
  router.add(Method::get, "/people/{person}", 4);
  router.add(Method::put, "/people/{person}", 5);
  router.add(Method::get, "/people/{who}/brief", 6);
  router.add(Method::get, "/people/{person}/posts/{post}", 7);
  router.add(Method::post, "/people/import", 8);
  return router;
}

TEST(Router, FindsByMethodAndPath) {
  const auto router = product();
  EXPECT_EQ(router.find(Method::get, "/").route, 0U);
  EXPECT_EQ(router.find(Method::get, "/people").route, 1U);
  EXPECT_EQ(router.find(Method::post, "/people").route, 2U);
}

TEST(Router, PrefersTheLiteralSegment) {
  const auto router = product();
  EXPECT_EQ(router.find(Method::get, "/people/new").route, 3U);
  EXPECT_EQ(router.find(Method::get, "/people/news").route, 4U);
}

TEST(Router, GoesBackWhereTheLiteralLeadsNowhere) {
  const auto router = product();
  const auto brief = router.find(Method::get, "/people/new/brief");
  EXPECT_EQ(brief.route, 6U);
  EXPECT_EQ(brief.parameters, (Parameters{{"who", "new"}}));
  EXPECT_EQ(router.find(Method::get, "/people/import").route, 4U) << "a person may have that name";
}

TEST(Router, GivesParametersTheRoutesOwnNames) {
  const auto router = product();
  EXPECT_EQ(router.find(Method::get, "/people/4/posts/9").parameters,
            (Parameters{{"person", "4"}, {"post", "9"}}));
  EXPECT_EQ(router.find(Method::get, "/people/4/brief").parameters, (Parameters{{"who", "4"}}));
}

TEST(Router, KeepsAnEncodedSlashInsideItsSegment) {
  const auto router = product();
  EXPECT_EQ(router.find(Method::get, "/people/a%2Fbrief").parameters, (Parameters{{"person", "a/brief"}}));
  EXPECT_EQ(router.find(Method::get, "/people/Si%C3%A2n").parameters, (Parameters{{"person", "Siân"}}));
  EXPECT_EQ(router.find(Method::get, "/p%65ople").route, 1U);
  EXPECT_FALSE(router.find(Method::get, "/people%2Fnew").route);
  Request request;
  request.target = "/people/100%25?x=1";
  EXPECT_EQ(router.find(request).parameters, (Parameters{{"person", "100%"}}));
}

TEST(Router, LetsHeadFindGet) {
  auto router = product();
  EXPECT_EQ(router.find(Method::head, "/people").route, 1U);
  router.add(Method::head, "/people", 20);
  EXPECT_EQ(router.find(Method::head, "/people").route, 20U);
}

TEST(Router, SaysWhatAPathAllows) {
  const auto router = product();
  const auto wrong = router.find(Method::delete_, "/people");
  EXPECT_FALSE(wrong.route);
  EXPECT_EQ(wrong.allow, "GET, HEAD, POST");
  EXPECT_EQ(router.find(Method::post, "/people/4").allow, "GET, HEAD, PUT");
  EXPECT_EQ(router.find(Method::delete_, "/people/import").allow, "GET, HEAD, POST, PUT");
}

TEST(Router, FindsNothingElsewhere) {
  const auto router = product();
  for (const auto* path : {"", "people", "/nowhere", "/people/", "/people//brief", "/people/4/", "//",
                           "/people/4/posts", "/people/%zz", "/PEOPLE"}) {
    const auto match = router.find(Method::get, path);
    EXPECT_FALSE(match.route) << path;
    EXPECT_EQ(match.allow, "") << path;
  }
}

TEST(Router, RefusesTheSameRouteTwice) {
  auto router = product();
  EXPECT_THROW(router.add(Method::get, "/people/{anyone}", 9), std::logic_error);
  EXPECT_THROW(router.add(Method::get, "people", 9), std::logic_error);
}

TEST(Router, CanBeMoved) {
  auto first = product();
  const Router second = std::move(first);
  EXPECT_EQ(second.find(Method::get, "/people").route, 1U);
}

}  // namespace
}  // namespace rapport::http
