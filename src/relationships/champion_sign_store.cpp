// The SQL of the signs.
#include "relationships/champion_sign_store.hpp"

#include "interactions/id_list.hpp"

namespace rapport::champion_sign_store {
namespace {

constexpr db::Fragment select_introductions =
    "select o.person_id, i.id, i.happened_on, i.people from bump_origins o join interactions i on "
    "i.institution_id = o.institution_id and i.id = o.to_id where o.institution_id = $1 and o.kind = "
    "'introduction' and o.person_id is not null and i.happened_on >= $2 and i.happened_on <= $3 and "
    "i.visibility = 0 and i.withdrawn_at is null ";

IntroductionBy read_introduction(const db::Row& row) {
  return {row.id<Person>(0), {row.id<Interaction>(1), row.date(2), ids_of<Person>(row.text(3))}};
}

constexpr db::Fragment select_quotations =
    "select quoted_person_id, id, permission_on, quotation from stories where institution_id = $1 and "
    "quoted_person_id is not null and withdrawn_at is null and quotation <> '' and permission_on >= $2 ";

QuotationOf read_quotation(const db::Row& row) {
  return {row.id<Person>(0), {row.id<Story>(1), row.date(2), row.string(3)}};
}

constexpr db::Fragment select_ticks =
    "select t.id, t.person_id, t.sign, t.interaction_id, i.happened_on, t.words, t.recorded_by, "
    "t.recorded_at "
    "from champion_ticks t join interactions i on i.institution_id = t.institution_id and i.id = "
    "t.interaction_id where t.institution_id = $1 and t.withdrawn_at is null and i.happened_on >= $2 and "
    "i.visibility = 0 and i.withdrawn_at is null ";

SignTick read_tick(const db::Row& row) {
  return {.id = row.id<SignTick>(0),
          .person = row.id<Person>(1),
          .sign = sign_of(row.text(2)).value_or(Sign::spoke),
          .conversation = row.id<Interaction>(3),
          .happened_on = row.date(4),
          .words = row.string(5),
          .recorded_by = row.id<Staff>(6),
          .recorded_at = row.instant(7)};
}

}  // namespace

std::vector<KeptSigns> kept(db::Reader& reader, Id<Institution> institution) {
  return reader.all(
      "select person_id, embedded_on, came_back_on, reach_on from rhythms where institution_id = $1 and "
      "(embedded_on is not null or came_back_on is not null or reach_on is not null) order by person_id",
      [](const db::Row& row) {
        return KeptSigns{row.id<Person>(0), row.optional_date(1), row.optional_date(2), row.optional_date(3)};
      },
      institution);
}

std::vector<IntroductionBy> introductions(db::Reader& reader, Id<Institution> institution, Date first,
                                          Date today) {
  return reader.all(db::concat<select_introductions, "order by o.person_id, o.to_id limit 100000">,
                    read_introduction, institution, first, today);
}

std::vector<IntroductionBy> introductions(db::Reader& reader, Id<Institution> institution, Date first,
                                          Date today, Id<Person> record) {
  return reader.all(db::concat<select_introductions, "and o.person_id = $4 order by o.to_id limit 200">,
                    read_introduction, institution, first, today, record);
}

std::vector<QuotationOf> quotations(db::Reader& reader, Id<Institution> institution, Date first) {
  return reader.all(db::concat<select_quotations, "order by quoted_person_id, id limit 100000">,
                    read_quotation, institution, first);
}

std::vector<QuotationOf> quotations(db::Reader& reader, Id<Institution> institution, Date first,
                                    Id<Person> record) {
  return reader.all(db::concat<select_quotations, "and quoted_person_id = $3 order by id limit 200">,
                    read_quotation, institution, first, record);
}

std::vector<SignTick> ticks(db::Reader& reader, Id<Institution> institution, Date first) {
  return reader.all(db::concat<select_ticks, "order by t.person_id, t.id limit 100000">, read_tick,
                    institution, first);
}

std::vector<SignTick> ticks(db::Reader& reader, Id<Institution> institution, Date first, Id<Person> record) {
  return reader.all(db::concat<select_ticks, "and t.person_id = $3 order by t.id limit 200">, read_tick,
                    institution, first, record);
}

}  // namespace rapport::champion_sign_store
