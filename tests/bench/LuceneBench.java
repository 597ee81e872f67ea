// Lucene 4.10 (Debian's liblucene4.10-java), to compare with: BM25 over English words, the best ten
// by any word, facets from doc values. Counts are passages.
//
//     LuceneBench build PASSAGES.jsonl INDEX
//     LuceneBench answers|time INDEX QUERIES.tsv [--facets] [--grade VALUE]... [--exhaustive]
//                                                [--budget SECONDS]
// What it takes and prints is that of query_tool.h.
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FilteredQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryWrapperFilter;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

public class LuceneBench {
  static final String[] FACETS = {"authority", "year", "visit_type", "grade"};
  static final int MOST_VALUES = 1000;
  static final double BUFFER_MB = 256;

  static class Answer {
    long matches;
    Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>();
    List<Float> scores = new ArrayList<>();
  }

  // ---- Building ------------------------------------------------------------------------------

  // The string value of `name` in a line of passages.jsonl.
  static String field(String line, String name) {
    String label = "\"" + name + "\": \"";
    StringBuilder value = new StringBuilder();
    for (int i = line.indexOf(label) + label.length(); line.charAt(i) != '"'; i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        c = line.charAt(++i);
        if (c == 'n') c = '\n';
        if (c == 't') c = '\t';
      }
      value.append(c);
    }
    return value.toString();
  }

  static Document document(String line) {
    Document document = new Document();
    document.add(new StringField("id", field(line, "id"), Field.Store.YES));
    document.add(new TextField("text", field(line, "text"), Field.Store.YES));
    for (String name : FACETS) {
      String value = field(line, name);
      document.add(new StringField(name, value, Field.Store.NO));
      document.add(new SortedSetDocValuesFacetField(name, value));
    }
    return document;
  }

  static void build(String passages, String index) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, new EnglishAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setSimilarity(new BM25Similarity());
    config.setRAMBufferSizeMB(BUFFER_MB);
    FacetsConfig facets = new FacetsConfig();
    try (Directory folder = FSDirectory.open(new File(index));
        IndexWriter writer = new IndexWriter(folder, config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(passages))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        writer.addDocument(facets.build(document(line)));
      writer.forceMerge(1);
      System.out.println(writer.numDocs() + " passages");
    }
  }

  // ---- Searching -----------------------------------------------------------------------------

  static class Search {
    final IndexSearcher searcher;
    final SortedSetDocValuesReaderState state;
    final FacetsConfig config = new FacetsConfig();
    final List<String> grades;
    final boolean withFacets;
    final int wanted;

    Search(Options options) throws IOException {
      IndexReader reader = DirectoryReader.open(FSDirectory.open(new File(options.index)));
      searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity());
      state = new DefaultSortedSetDocValuesReaderState(reader);
      grades = options.grades;
      withFacets = options.facets;
      wanted = options.exhaustive ? reader.maxDoc() : 10;
    }

    Answer run(String typed) throws Exception {
      Query words = new QueryParser("text", new EnglishAnalyzer()).parse(QueryParser.escape(typed));
      Answer answer = new Answer();
      TopDocs top;
      if (withFacets && !grades.isEmpty()) {
        top = sideways(words, answer);
      } else if (withFacets) {
        FacetsCollector collector = new FacetsCollector();
        top = FacetsCollector.search(searcher, words, wanted, collector);
        add(new SortedSetDocValuesFacetCounts(state, collector), answer);
      } else {
        top = searcher.search(grades.isEmpty() ? words : filtered(words), wanted);
      }
      answer.matches = top.totalHits;
      for (int i = 0; i < Math.min(10, top.scoreDocs.length); i++) {
        ScoreDoc hit = top.scoreDocs[i];
        answer.ids.add(searcher.doc(hit.doc).get("id"));
        answer.scores.add(hit.score);
      }
      return answer;
    }

    // A grade that is asked for still shows what the other grades would give.
    TopDocs sideways(Query words, Answer answer) throws IOException {
      DrillDownQuery query = new DrillDownQuery(config, words);
      for (String grade : grades) query.add("grade", grade);
      DrillSideways.DrillSidewaysResult result =
          new DrillSideways(searcher, config, state).search(query, wanted);
      add(result.facets, answer);
      return result.hits;
    }

    Query filtered(Query words) {
      BooleanQuery any = new BooleanQuery();
      for (String grade : grades)
        any.add(new TermQuery(new Term("grade", grade)), BooleanClause.Occur.SHOULD);
      return new FilteredQuery(words, new QueryWrapperFilter(new ConstantScoreQuery(any)));
    }

    void add(Facets counts, Answer answer) throws IOException {
      for (String name : FACETS) {
        Map<String, Integer> values = new LinkedHashMap<>();
        FacetResult result = counts.getTopChildren(MOST_VALUES, name);
        if (result != null)
          for (LabelAndValue value : result.labelValues)
            values.put(value.label, value.value.intValue());
        answer.facets.put(name, values);
      }
    }
  }

  // ---- Printing ------------------------------------------------------------------------------

  static String json(String id, Answer answer) {
    StringBuilder row = new StringBuilder("{\"id\": \"" + id + "\", \"matches\": " + answer.matches);
    row.append(", \"facets\": {");
    String comma = "";
    for (Map.Entry<String, Map<String, Integer>> facet : answer.facets.entrySet()) {
      row.append(comma).append("\"" + facet.getKey() + "\": {");
      comma = "";
      for (Map.Entry<String, Integer> value : facet.getValue().entrySet()) {
        row.append(comma).append("\"" + value.getKey() + "\": " + value.getValue());
        comma = ", ";
      }
      row.append("}");
      comma = ", ";
    }
    row.append("}, \"top\": [");
    for (int i = 0; i < answer.ids.size(); i++)
      row.append(i > 0 ? ", " : "").append("[\"" + answer.ids.get(i) + "\", " + answer.scores.get(i) + "]");
    return row.append("]}").toString();
  }

  static double percentile(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    double place = share * (sorted.size() - 1);
    int below = (int) place, above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
  }

  // As print_times() of query_tool.cc, with more passes to warm up: the JVM compiles as it runs.
  static void printTimes(List<String[]> queries, Search search, double budget) throws Exception {
    List<Double> times = new ArrayList<>(), matches = new ArrayList<>();
    long start = System.nanoTime();
    int warming = 3, passes = 8;
    for (int pass = 0; pass < passes; pass++) {
      if (pass > warming && System.nanoTime() - start > budget * 1e9) break;
      for (String[] query : queries) {
        long before = System.nanoTime();
        Answer answer = search.run(query[1]);
        if (pass < warming) continue;
        times.add((System.nanoTime() - before) / 1e6);
        matches.add((double) answer.matches);
      }
    }
    System.out.printf(Locale.ROOT, "%.3f\t%.3f\t%.3f\t%.0f\t%d%n", percentile(times, 0.5),
        percentile(times, 0.95), percentile(times, 0.99), percentile(matches, 0.5), times.size());
  }

  static List<String[]> readQueries(String path) throws IOException {
    List<String[]> queries = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(path)))
      if (line.indexOf('\t') > 0 && !line.startsWith("#")) queries.add(line.split("\t"));
    return queries;
  }

  static class Options {
    String index;
    boolean facets, exhaustive;
    List<String> grades = new ArrayList<>();
    double budget = 20;

    Options(String[] arguments) {
      index = arguments[1];
      for (int i = 3; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "--facets" -> facets = true;
          case "--exhaustive" -> exhaustive = true;
          case "--grade" -> grades.add(arguments[++i]);
          case "--budget" -> budget = Double.parseDouble(arguments[++i]);
          default -> throw new IllegalArgumentException(arguments[i]);
        }
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("build")) {
      build(arguments[1], arguments[2]);
      return;
    }
    Options options = new Options(arguments);
    Search search = new Search(options);
    List<String[]> queries = readQueries(arguments[2]);
    if (arguments[0].equals("time")) {
      printTimes(queries, search, options.budget);
      return;
    }
    for (String[] query : queries) System.out.println(json(query[0], search.run(query[1])));
  }
}
