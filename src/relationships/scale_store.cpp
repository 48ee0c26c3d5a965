// The SQL of scales.
#include "relationships/scale_store.hpp"

#include <algorithm>

namespace rapport::scale_store {
namespace {

std::vector<Scale> read_versions(db::Reader& reader, Id<Institution> institution, int from_version) {
  return reader.all(
      "select version, because, made_by, made_at from level_scales where institution_id = $1 and version >= "
      "$2 order by version limit 1000",
      [](const db::Row& row) {
        return Scale{.version = row.number(0),
                     .because = row.string(1),
                     .made_by = row.optional_id<Staff>(2),
                     .made_at = row.instant(3)};
      },
      institution, from_version);
}

Scale* version_in(std::vector<Scale>& scales, int version) {
  const auto found = std::ranges::find(scales, version, &Scale::version);
  return found == scales.end() ? nullptr : &*found;
}

void read_levels(db::Reader& reader, Id<Institution> institution, std::vector<Scale>& scales) {
  reader.each(
      "select scale_version, name, meaning from levels where institution_id = $1 and scale_version >= $2 "
      "order by scale_version, rank limit 7000",
      [&](const db::Row& row) {
        if (auto* scale = version_in(scales, row.number(0)))
          scale->levels.push_back({row.string(1), row.string(2)});
      },
      institution, scales.front().version);
}

void read_mappings(db::Reader& reader, Id<Institution> institution, std::vector<Scale>& scales) {
  reader.each(
      "select scale_version, to_rank from level_mappings where institution_id = $1 and scale_version >= $2 "
      "order by scale_version, from_rank limit 7000",
      [&](const db::Row& row) {
        if (auto* scale = version_in(scales, row.number(0))) scale->mapping.push_back(row.number(1));
      },
      institution, scales.front().version);
}

}  // namespace

Scales read(db::Reader& reader, Id<Institution> institution) {
  auto scales = read_versions(reader, institution, 1);
  if (scales.empty()) return Scales();
  read_levels(reader, institution, scales);
  if (scales.size() > 1) read_mappings(reader, institution, scales);
  return Scales(std::move(scales));
}

Scale current(db::Reader& reader, Id<Institution> institution) {
  Scale scale;
  reader.each(
      "select scale_version, name, meaning from levels where institution_id = $1 and scale_version = (select "
      "max(version) from level_scales where institution_id = $1) order by rank limit 10",
      [&](const db::Row& row) {
        scale.version = row.number(0);
        scale.levels.push_back({row.string(1), row.string(2)});
      },
      institution);
  return scale.levels.empty() ? starting_scale() : scale;
}

Scales read_since(db::Reader& reader, Id<Institution> institution, int oldest) {
  auto newest = current(reader, institution);
  if (oldest < newest.version) return read(reader, institution);
  return Scales({std::move(newest)});
}

void keep_starting_scale(db::Writer& writer, Id<Institution> institution, Instant now) {
  if (writer.exists("select 1 from level_scales where institution_id = $1 limit 1", institution)) return;
  auto scale = starting_scale();
  scale.made_at = now;
  insert(writer, institution, scale);
}

void insert(db::Writer& writer, Id<Institution> institution, const Scale& scale) {
  writer.execute(
      "insert into level_scales (institution_id, version, because, made_by, made_at) values ($1, $2, $3, $4, "
      "$5)",
      institution, scale.version, scale.because, scale.made_by, scale.made_at.value_or(Instant{}));
  // Seven levels at the most.
  for (int rank = 0; rank <= scale.top(); ++rank) {
    const auto& level = scale.levels[static_cast<std::size_t>(rank)];
    writer.execute(
        "insert into levels (institution_id, scale_version, rank, name, meaning) values ($1, $2, $3, $4, $5)",
        institution, scale.version, rank, level.name, level.meaning);
  }
  for (std::size_t from = 0; from < scale.mapping.size(); ++from)
    writer.execute(
        "insert into level_mappings (institution_id, scale_version, from_rank, to_rank) values ($1, $2, $3, "
        "$4)",
        institution, scale.version, static_cast<int>(from), scale.mapping[from]);
}

}  // namespace rapport::scale_store
