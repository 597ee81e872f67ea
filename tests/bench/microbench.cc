// The hot functions one by one, over a sample report: build the target of_bench and run it, or
// scripts/bench micro. What is measured is the time of one call over the whole report unless a name
// says otherwise.
#include "common/field/thesaurus/thesaurus.h"
#include "common/files/file.h"
#include "common/index/index.h"
#include "common/records/passage_record.h"
#include "common/records/record_packer.h"
#include "common/text/text.h"
#include "common/words/words.h"
#include "indexer/document/findings/finding.h"
#include "indexer/document/normaliser.h"
#include "indexer/document/structure.h"
#include "indexer/metadata/metadata.h"
#include "indexer/workers/reading.h"
#include "indexer/write/document_builder.h"
#include "searcher/extract/snippet.h"
#include "searcher/opened/facets.h"
#include "searcher/plan/planner.h"
#include "searcher/query/query_parser.h"
#include "searcher/ranking/ranking.h"
#include "searcher/search.h"
#include "tests/support/sample_index.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <stdexcept>

namespace ofsearch {
namespace {

const char* const kSample = OFSEARCH_CORPUS "/wrenshire-2015-sif.pdf";
const char* const kQuery = "care leavers pathway plans";
constexpr int kReports = 400;

template <typename T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().text());
  return std::move(*result);
}

const std::string& bytes() {
  static const std::string kBytes = must(read_file(kSample));
  return kBytes;
}

const Report& report() {
  static const Report kReport = must(make_report(bytes(), "sample.pdf"));
  return kReport;
}

// All passages in one text.
const std::string& text() {
  static const std::string kText = [] {
    std::string all;
    for (const Passage& passage : report().passages) all += passage.text + "\n";
    return all;
  }();
  return kText;
}

// The same report many times over, of several authorities, years and grades.
const test::SampleIndex& index() {
  static const test::SampleIndex kIndex([] {
    std::vector<Report> reports;
    static const char* const kGrades[] = {"good", "inadequate", "outstanding"};
    for (int i = 0; i < kReports; ++i)
      reports.push_back(test::sample_report(fmt::format("{:012x}", i),
                                            fmt::format("Shire {}", i % 90), 2012 + i % 14, "sif",
                                            kGrades[i % 3], report().passages));
    return reports;
  }());
  return kIndex;
}

void count_bytes(benchmark::State& state, size_t each) {
  state.SetBytesProcessed(static_cast<int64_t>(each) * static_cast<int64_t>(state.iterations()));
}

template <auto kFunction>
void over_text(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(kFunction(text()));
  count_bytes(state, text().size());
}
BENCHMARK(over_text<display_form>)->Name("display_form");
BENCHMARK(over_text<search_form>)->Name("search_form");
BENCHMARK(over_text<tokenise>)->Name("tokenise");
BENCHMARK(over_text<sentences>)->Name("sentences");

void read_pdf(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(make_report(bytes(), "sample.pdf"));
}
BENCHMARK(read_pdf)->Name("make_report, PDF")->Unit(benchmark::kMillisecond);

void normalise_document(benchmark::State& state) {
  const SourceDocument source = must(read_document(bytes(), "sample.pdf"));
  for (auto _ : state) benchmark::DoNotOptimize(normalise(source));
}
BENCHMARK(normalise_document)->Name("normalise")->Unit(benchmark::kMicrosecond);

void extract(benchmark::State& state) {
  const CleanDocument document = normalise(must(read_document(bytes(), "sample.pdf")));
  const std::vector<Section> sections = find_sections(document.paragraphs);
  for (auto _ : state) benchmark::DoNotOptimize(extract_metadata(document, sections));
}
BENCHMARK(extract)->Name("extract_metadata")->Unit(benchmark::kMicrosecond);

void classify_findings(benchmark::State& state) {
  const FindingModel& model = FindingModel::builtin();
  for (auto _ : state)
    for (const Passage& passage : report().passages) benchmark::DoNotOptimize(model.find(passage));
}
BENCHMARK(classify_findings)->Name("FindingModel::classify")->Unit(benchmark::kMicrosecond);

void build_documents(benchmark::State& state) {
  DocumentBuilder builder(RecordPacker(""));
  for (auto _ : state)
    builder.build(report(),
                  [](const Xapian::Document& document) { benchmark::DoNotOptimize(&document); });
}
BENCHMARK(build_documents)->Name("DocumentBuilder::build")->Unit(benchmark::kMicrosecond);

void unpack_passages(benchmark::State& state) {
  std::vector<std::string> samples;
  for (int i = 0; i < 20; ++i)
    for (const Passage& passage : report().passages)
      samples.push_back(encode_passage({report().id, passage, {}, 0}));
  RecordPacker packer(learn_dictionary(samples));
  RecordUnpacker unpacker([&](uint32_t) { return packer.dictionary(); });
  std::vector<std::string> packed;
  for (size_t i = 0; i < report().passages.size(); ++i) packed.push_back(packer.pack(samples[i]));
  for (auto _ : state)
    for (const std::string& record : packed) benchmark::DoNotOptimize(unpacker.unpack(record));
}
BENCHMARK(unpack_passages)->Name("RecordUnpacker::unpack")->Unit(benchmark::kMicrosecond);

// A plan of the sample query, matched against every passage.
struct Matching {
  Index opened = must(open_index(index().path()));
  IndexTerms terms{opened.database, false};
  Stemmer stemmer;
  SearchPlan plan =
      must(make_plan(parse_query(kQuery), &terms, Thesaurus::builtin(), &stemmer, {}));
  RankingSettings settings;
};

void match_passages(benchmark::State& state) {
  Matching matching;
  PassageMatcher matcher(matching.plan, matching.settings, &matching.stemmer);
  std::vector<std::string> records;
  for (const Passage& passage : report().passages)
    records.push_back(encode_passage({report().id, passage, {}, 0}));
  for (auto _ : state)
    for (const std::string& record : records)
      benchmark::DoNotOptimize(matcher.score(*view_passage(record)));
}
BENCHMARK(match_passages)->Name("PassageMatcher::score")->Unit(benchmark::kMicrosecond);

void make_snippets(benchmark::State& state) {
  constexpr size_t kShort = 120;  // bytes, so that the sample's short passages are cut
  Matching matching;
  PassageMatcher matcher(matching.plan, matching.settings, &matching.stemmer);
  std::vector<PassageHit> hits;
  for (const Passage& passage : report().passages) {
    PassageHit hit;
    hit.passage = passage;
    hit.marks = matcher.answer(*view_passage(encode_passage({report().id, passage, {}, 0}))).marks;
    hits.push_back(std::move(hit));
  }
  for (auto _ : state)
    for (PassageHit& hit : hits) make_snippet(&hit, kShort);
}
BENCHMARK(make_snippets)->Name("make_snippet")->Unit(benchmark::kMicrosecond);

void search_index(benchmark::State& state) {
  Searcher searcher = must(Searcher::open(index().path()));
  SearchRequest request;
  request.query = kQuery;
  if (state.range(0) > 0) request.facets = {"authority", "year", "visit_type", "grade"};
  for (auto _ : state) benchmark::DoNotOptimize(searcher.search(request));
}
BENCHMARK(search_index)
    ->Name("Searcher::search, facets")
    ->Arg(0)
    ->Arg(4)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ofsearch

BENCHMARK_MAIN();
