#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/error.hpp"

namespace downhill {

/// How a table is written down. What is left at its default is found out by looking at the first lines.
struct CsvOptions {
  enum class Header { detect, present, absent };

  char separator = 0;  ///< ',', ';', '\t', '|', or ' ' for runs of blanks
  char decimal = 0;    ///< '.' or ','
  Header header = Header::detect;
};

/// One column: numbers, or text when most of its cells are not numbers.
struct CsvColumn {
  std::string name;  ///< from the header; "x1", "x2" … without one
  bool numeric = true;
  std::vector<double> numbers;     ///< per row, NaN where the value is missing; empty for text
  std::vector<std::string> texts;  ///< per row, "" where the value is missing; empty for numbers
  int missing = 0;                 ///< cells without a value
};

/// Something that could not be read. Everything else still is.
struct CsvProblem {
  ErrorCode code;    ///< wrong_field_count (the row is left out), not_a_number (the cell counts as missing),
                     ///< unclosed_quote (the row and all that follows is left out)
  int line;          ///< in the text, from 1
  int column;        ///< field of the row, from 1
  std::string text;  ///< what stands there, shortened
};

/// What was read.
struct CsvTable {
  std::vector<CsvColumn> columns;
  int rows = 0;
  std::vector<CsvProblem> problems;  ///< the first 100
  int problem_count = 0;
  CsvOptions options;  ///< as given or found; `header` is never `detect`
};

/// Reads a table from text (UTF-8): comma-, semicolon-, tab- or blank-separated, quoted fields ("a ""b"" c", line breaks
/// inside), decimal points or commas, with or without a header. An empty field and NA, N/A, NaN, null, -, ? count as missing.
/// Blank lines are skipped; empty fields too many at the end of a row are forgiven. Follows RFC 4180 where that says something.
///
/// Works in slices, so that a large file can be read with progress shown and be cancelled.
class CsvReader {
 public:
  explicit CsvReader(std::string text, const CsvOptions& options = {});

  /// Reads on for about this many bytes; false when the end is reached.
  bool advance(std::size_t bytes);
  /// The share of the text read, 0 … 1.
  double progress() const;
  /// Reads what is left and makes the table. Call it once.
  CsvTable finish();

 private:
  enum class Kind : std::uint8_t { missing, number, text };
  struct Cell {
    std::uint32_t begin, length;
    bool unescaped;  // in unescaped_, else in text_
    Kind kind;
    double number;
  };
  struct Row {
    std::size_t first_cell;
    int line;
  };

  void find_dialect();
  void find_separator(const std::vector<std::string_view>& lines);
  bool read_row();
  Cell read_cell();
  void classify(Cell& cell) const;
  std::string_view text_of(const Cell& cell) const;
  void report(ErrorCode code, int line, int column, std::string_view text);
  bool first_row_is_header() const;

  std::string text_;
  std::string unescaped_;  // fields whose doubled quotes had to be made single
  CsvOptions options_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t width_ = 0;  // fields in a row
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<CsvProblem> problems_;
  int problem_count_ = 0;
};

/// The table as comma-separated text with a header line; numbers as short as reads back exactly.
std::string write_csv(const CsvTable& table);

}  // namespace downhill
