// The calendar file of a meeting. libical stays in this file.
#include <libical/ical.h>

#include <ctime>
#include <memory>

#include "plans/round.hpp"

namespace rapport {
namespace {

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

void add(icalcomponent* to, icalproperty* property) {
  icalcomponent_add_property(to, property);
}

icaltimetype utc_of(Instant at) {
  return icaltime_from_timet_with_zone(static_cast<time_t>(at.milliseconds / 1000), 0,
                                       icaltimezone_get_utc_timezone());
}

icaltimetype day_of(Date day) {
  auto time = icaltime_null_date();
  time.year = day.year();
  time.month = static_cast<int>(day.month());
  time.day = static_cast<int>(day.day());
  time.is_date = 1;
  return time;
}

/// From when to when; the day after ends a whole day.
void add_times(icalcomponent* event, const Meeting& meeting, const Zone& zone) {
  if (!meeting.at) {
    add(event, icalproperty_new_dtstart(day_of(*meeting.on)));
    add(event, icalproperty_new_dtend(day_of(meeting.on->plus_days(1))));
    return;
  }
  const auto begin = zone.instant_of(*meeting.on, *meeting.at);
  add(event, icalproperty_new_dtstart(utc_of(begin)));
  add(event, icalproperty_new_dtend(utc_of(begin.plus(std::chrono::minutes(meeting.minutes)))));
}

/// Control characters have no place in a calendar; a line end in a text is kept as one.
std::string clean(std::string_view text) {
  std::string cleaned;
  for (const char c : text)
    if (c == '\n' || static_cast<unsigned char>(c) >= 0x20) cleaned += c;
  return cleaned;
}

}  // namespace

std::optional<std::string> calendar_file(const RoundEntry& entry, const Invitation& invitation,
                                         const Zone& zone) {
  if (!entry.meeting.on) return std::nullopt;
  const Component calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  add(calendar.get(), icalproperty_new_version("2.0"));
  add(calendar.get(), icalproperty_new_prodid("-//Rapport//Action plans//EN"));
  add(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
  auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  icalcomponent_add_component(calendar.get(), event);
  add(event, icalproperty_new_uid(entry.uid.c_str()));
  add(event, icalproperty_new_sequence(entry.sequence));
  add(event, icalproperty_new_dtstamp(utc_of(invitation.made_at)));
  add_times(event, entry.meeting, zone);
  add(event, icalproperty_new_summary(clean(invitation.summary).c_str()));
  if (!invitation.description.empty())
    add(event, icalproperty_new_description(clean(invitation.description).c_str()));
  if (!entry.meeting.place.empty()) add(event, icalproperty_new_location(clean(entry.meeting.place).c_str()));
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
  return std::string(text.get());
}

}  // namespace rapport
