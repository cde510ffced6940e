#include "bindings/catalog_out.hpp"
#include "data/csv.hpp"
#include "data/datasets.hpp"
#include "regression/residual_kernel.hpp"

namespace downhill {
namespace {

val catalog() {
  val out = val::object();
  out.set("datasets", list_out(datasets(), choice_out<DatasetEntry>));
  return out;
}

val dataset_out(const Dataset& data) {
  const Design inputs = data.inputs;  // row by row
  val out = val::object();
  out.set("names", strings_out(data.columns));
  out.set("columns", static_cast<int>(inputs.cols()));
  out.set("inputs", copy_out(std::span(inputs.data(), static_cast<size_t>(inputs.size()))));
  out.set("outputs", copy_out(data.outputs));
  out.set("classes", data.classes);
  return out;
}

val generate(const std::string& id, const val& options, double seed) {
  OptionValues values;
  read(options, values);
  return answer(generate_dataset(id, values, static_cast<uint64_t>(seed)), dataset_out);
}

val text_of(char character) { return val(std::string(1, character)); }

void read_character(const val& given, const char* key, char& to) {
  std::string text;
  read(given, key, text);
  if (!text.empty()) to = text.front();
}

CsvOptions csv_options_in(const val& given) {
  CsvOptions options;
  read_character(given, "separator", options.separator);
  read_character(given, "decimal", options.decimal);
  if (const val header = given["header"]; !header.isUndefined())
    options.header = header.as<bool>() ? CsvOptions::Header::present : CsvOptions::Header::absent;
  return options;
}

val column_out(const CsvColumn& column) {
  val out = val::object();
  out.set("name", column.name);
  out.set("missing", column.missing);
  if (column.numeric)
    out.set("numbers", copy_out(column.numbers));
  else
    out.set("texts", strings_out(column.texts));
  return out;
}

val problem_out(const CsvProblem& problem) {
  val out = val::object();
  out.set("code", std::string(id_of(problem.code)));
  out.set("line", problem.line);
  out.set("column", problem.column);
  out.set("text", problem.text);
  return out;
}

val read_csv(const std::string& text, const val& options) {
  const CsvTable table = CsvReader(text, csv_options_in(options)).finish();
  val out = val::object();
  out.set("columns", list_out(table.columns, column_out));
  out.set("rows", table.rows);
  out.set("problems", list_out(table.problems, problem_out));
  out.set("problemCount", table.problem_count);
  out.set("separator", text_of(table.options.separator));
  out.set("decimal", text_of(table.options.decimal));
  out.set("header", table.options.header == CsvOptions::Header::present);
  return out;
}

std::string write_columns(const val& columns) {
  CsvTable table;
  for (const val& given : emscripten::vecFromJSArray<val>(columns)) {
    CsvColumn column;
    read(given, "name", column.name);
    read(given, "numbers", column.numbers);
    column.numeric = given["texts"].isUndefined();
    if (!column.numeric) column.texts = strings_in(given["texts"]);
    table.rows = static_cast<int>(column.numeric ? column.numbers.size() : column.texts.size());
    table.columns.push_back(std::move(column));
  }
  return write_csv(table);
}

}  // namespace

DOWNHILL_BINDINGS(data) {
  emscripten::function("dataCatalog", &catalog);
  emscripten::function("generateDataset", &generate);
  emscripten::function("readCsv", &read_csv);
  emscripten::function("writeCsv", &write_columns);
}

}  // namespace downhill
