// Answers with the review of a year.
#include "reports/year_review_pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "organisation/academic_calendar.hpp"
#include "reports/year_review_views.hpp"
#include "ui/page.hpp"

namespace rapport::reports {
namespace {

Result<YearReview> review_in(const ui::Visit& visit, const Directory& directory) {
  const auto year = read_academic_year(visit.request.parameter("year"), visit.scope.years());
  if (!year) return not_found("There is no such academic year.");
  return read_year_review(visit.scope, directory, *year);
}

/// "2025-26" of 2025/26
std::string in_file_name(std::string year) {
  std::ranges::replace(year, '/', '-');
  return year;
}

http::Response file(std::string body, std::string type, const YearReview& review, std::string_view ending) {
  http::Response response{.content_type = std::move(type)};
  response.body = std::move(body);
  response.headers.push_back({"Cache-Control", "private, no-store"});
  response.headers.push_back(
      {"Content-Disposition", "attachment; filename=\"figures-" +
                                  in_file_name(review.years.words(review.academic_year)) + "." +
                                  std::string(ending) + "\""});
  return response;
}

}  // namespace

http::Response show_latest_year(const ui::Visit& visit) {
  return http::see_other("/reports/year/" + std::to_string(visit.scope.years().of(visit.scope.today) - 1));
}

http::Response show_year(const ui::Visit& visit, const Directory& directory) {
  const auto review = review_in(visit, directory);
  if (!review) return ui::show_refusal(visit, review.refusal());
  return ui::show(visit, {.title = "The year " + visit.scope.years().words(review->academic_year),
                          .section = ui::Section::departments,
                          .content = year_review_view(visit, *review),
                          .is_wide = true});
}

http::Response download_year_csv(const ui::Visit& visit, const Directory& directory) {
  const auto review = review_in(visit, directory);
  if (!review) return ui::show_refusal(visit, review.refusal());
  return file(csv_of(*review), "text/csv; charset=utf-8", *review, "csv");
}

http::Response download_year_workbook(const ui::Visit& visit, const Directory& directory) {
  const auto review = review_in(visit, directory);
  if (!review) return ui::show_refusal(visit, review.refusal());
  return file(spreadsheet::workbook(worksheets_of(*review)),
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", *review, "xlsx");
}

}  // namespace rapport::reports
