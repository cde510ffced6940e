#include "data/csv.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "data/number_text.hpp"

namespace downhill {
namespace {

constexpr std::size_t sample_lines = 50;
constexpr int most_problems = 100;
constexpr std::size_t longest_excerpt = 40;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_missing(std::string_view text) {
  if (text.empty()) return true;
  if (text.size() > 4) return false;
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower == "na" || lower == "n/a" || lower == "nan" || lower == "null" || lower == "-" || lower == "?";
}

/// How many fields the line has if that is the separator; quoted separators do not count.
std::size_t fields_in(std::string_view line, char separator) {
  std::size_t fields = 1;
  bool quoted = false, in_run = true;  // blanks at the start separate nothing
  for (const char c : trimmed(line)) {
    if (c == '"') quoted = !quoted;
    const bool separates = !quoted && (separator == ' ' ? is_blank(c) : c == separator);
    if (separates && !(separator == ' ' && in_run)) ++fields;
    in_run = separates;
  }
  return fields;
}

std::string excerpt(std::string_view text) {
  if (text.size() <= longest_excerpt) return std::string(text);
  std::size_t end = longest_excerpt;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;  // not inside a character
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

CsvReader::CsvReader(std::string text, const CsvOptions& options) : text_(std::move(text)), options_(options) {
  if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;  // byte order mark
  find_dialect();
}

void CsvReader::find_dialect() {
  std::vector<std::string_view> lines;
  for (std::size_t begin = at_; begin < text_.size() && lines.size() < sample_lines;) {
    const std::size_t end = std::min(text_.find('\n', begin), text_.size());
    const auto line = std::string_view(text_).substr(begin, end - begin);
    if (!trimmed(line).empty()) lines.push_back(line);
    begin = end + 1;
  }
  find_separator(lines);
  std::map<std::size_t, int> widths;
  for (const std::string_view line : lines) ++widths[fields_in(line, options_.separator)];
  for (const auto& [width, count] : widths)
    if (width_ == 0 || count > widths[width_]) width_ = width;

  if (options_.decimal != 0) return;
  // Decimal commas where some field reads as a number only so, and none only with a point.
  int commas = 0, points = 0;
  CsvReader sample = *this;
  sample.options_.decimal = '.';
  while (sample.rows_.size() < sample_lines && sample.read_row()) {
  }
  for (const Cell& cell : sample.cells_) {
    const std::string_view field = sample.text_of(cell);
    const bool with_point = read_number(field, '.').has_value(), with_comma = read_number(field, ',').has_value();
    points += with_point && !with_comma;
    commas += with_comma && !with_point;
  }
  options_.decimal = commas > points ? ',' : '.';
}

void CsvReader::find_separator(const std::vector<std::string_view>& lines) {
  if (options_.separator != 0) return;
  // A separator cuts most lines into equally many fields, two at least. Commas come late, for they may be decimal commas;
  // blanks last, for they may be part of a name.
  for (const char separator : {'\t', ';', '|', ',', ' '}) {
    std::map<std::size_t, std::size_t> widths;
    for (const std::string_view line : lines) ++widths[fields_in(line, separator)];
    for (const auto& [width, count] : widths)
      if (width > 1 && 2 * count > lines.size()) {
        options_.separator = separator;
        return;
      }
  }
  options_.separator = ',';
}

bool CsvReader::advance(std::size_t bytes) {
  const std::size_t until = at_ + std::min(bytes, text_.size() - at_);
  while (at_ < until && read_row()) {
  }
  return at_ < text_.size();
}

double CsvReader::progress() const { return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size()); }

std::string_view CsvReader::text_of(const Cell& cell) const {
  return std::string_view(cell.unescaped ? unescaped_ : text_).substr(cell.begin, cell.length);
}

void CsvReader::report(ErrorCode code, int line, int column, std::string_view text) {
  if (++problem_count_ <= most_problems) problems_.push_back({code, line, column, excerpt(text)});
}

/// Reads one row with at least one non-blank character; false at the end of the text.
bool CsvReader::read_row() {
  while (at_ < text_.size() && (text_[at_] == '\n' || is_blank(text_[at_]))) {
    // A leading tab is an empty first field, not a blank line, unless the whole line is blank.
    if (text_[at_] == '\t' && options_.separator == '\t') {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      if (!trimmed(std::string_view(text_).substr(at_, end - at_)).empty()) break;
    }
    line_ += text_[at_] == '\n';
    ++at_;
  }
  if (at_ >= text_.size()) return false;

  const Row row{cells_.size(), line_};
  const int problems_before = problem_count_;
  for (;;) {
    cells_.push_back(read_cell());
    if (at_ >= text_.size() || text_[at_] == '\n') break;
    ++at_;  // the separator
  }
  if (at_ < text_.size()) {
    ++at_;
    ++line_;
  }
  if (problem_count_ > problems_before) {  // an unclosed quote has swallowed the rest of the text
    cells_.resize(row.first_cell);
    return true;
  }
  std::size_t width = cells_.size() - row.first_cell;
  while (width > width_ && cells_.back().length == 0) {
    cells_.pop_back();
    --width;
  }
  if (width != width_) {
    const std::string_view last = text_of(cells_[row.first_cell + std::min(width, width_ + 1) - 1]);
    report(ErrorCode::wrong_field_count, row.line, static_cast<int>(std::min(width, width_ + 1)), last);
    cells_.resize(row.first_cell);
    return true;
  }
  for (std::size_t i = row.first_cell; i < cells_.size(); ++i) classify(cells_[i]);
  rows_.push_back(row);
  return true;
}

/// Reads one field and stops at the separator, the line break or the end that follows it.
CsvReader::Cell CsvReader::read_cell() {
  const bool blanks_separate = options_.separator == ' ';
  const auto ends = [&](char c) { return c == '\n' || (blanks_separate ? is_blank(c) : c == options_.separator); };
  const auto skip_blanks = [&] {
    while (at_ < text_.size() && is_blank(text_[at_]) && text_[at_] != options_.separator) ++at_;
  };
  const auto skip_run = [&] {  // of separating blanks, up to the last
    if (!blanks_separate) return;
    std::size_t next = at_;
    while (next < text_.size() && is_blank(text_[next])) ++next;
    if (next >= text_.size() || text_[next] == '\n')
      at_ = next;
    else if (next > at_)
      at_ = next - 1;
  };
  skip_blanks();
  Cell cell{static_cast<std::uint32_t>(at_), 0, false, Kind::missing, std::numeric_limits<double>::quiet_NaN()};
  if (at_ < text_.size() && text_[at_] == '"') {
    const int line = line_;
    const std::size_t opening = at_++;
    cell = {static_cast<std::uint32_t>(unescaped_.size()), 0, true, Kind::missing, cell.number};
    for (;; ++at_) {
      if (at_ >= text_.size()) {
        report(ErrorCode::unclosed_quote, line, 1, std::string_view(text_).substr(opening));
        break;
      }
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          break;
        }
        ++at_;  // two quotes mean one
      }
      line_ += text_[at_] == '\n';
      unescaped_ += text_[at_];
    }
    // Whatever follows the closing quote belongs to the field as it stands; only blanks inside the quotes are meant.
    const std::size_t quoted = unescaped_.size();
    while (at_ < text_.size() && !ends(text_[at_])) unescaped_ += text_[at_++];
    while (unescaped_.size() > quoted && is_blank(unescaped_.back())) unescaped_.pop_back();
    cell.length = static_cast<std::uint32_t>(unescaped_.size() - cell.begin);
  } else {
    while (at_ < text_.size() && !ends(text_[at_])) ++at_;
    const auto content = trimmed(std::string_view(text_).substr(cell.begin, at_ - cell.begin));
    cell.length = static_cast<std::uint32_t>(content.size());
  }
  skip_run();
  return cell;
}

void CsvReader::classify(Cell& cell) const {
  const std::string_view text = trimmed(text_of(cell));
  if (is_missing(text)) return;
  if (const auto number = read_number(text, options_.decimal)) {
    cell.number = *number;
    cell.kind = Kind::number;
  } else {
    cell.kind = Kind::text;
  }
}

bool CsvReader::first_row_is_header() const {
  if (options_.header != CsvOptions::Header::detect) return options_.header == CsvOptions::Header::present;
  // A row of texts above at least one column that is mostly numbers.
  if (rows_.empty()) return false;
  bool above_numbers = rows_.size() == 1;
  for (std::size_t j = 0; j < width_; ++j) {
    if (cells_[j].kind == Kind::number) return false;
    std::size_t numbers = 0, texts = 0;
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      const Kind kind = cells_[i * width_ + j].kind;
      numbers += kind == Kind::number;
      texts += kind == Kind::text;
    }
    above_numbers |= cells_[j].kind == Kind::text && numbers > texts;
  }
  return above_numbers;
}

CsvTable CsvReader::finish() {
  while (advance(text_.size())) {
  }
  CsvTable table;
  const bool header = first_row_is_header();
  const std::size_t first = header && !rows_.empty() ? 1 : 0;
  table.options = options_;
  table.options.header = header ? CsvOptions::Header::present : CsvOptions::Header::absent;
  table.rows = static_cast<int>(rows_.size() - first);
  for (std::size_t j = 0; j < width_; ++j) {
    CsvColumn column;
    column.name = header ? std::string(text_of(cells_[j])) : "";
    if (column.name.empty()) column.name = "x" + std::to_string(j + 1);
    std::size_t numbers = 0, texts = 0;
    for (std::size_t i = first; i < rows_.size(); ++i) {
      const Kind kind = cells_[i * width_ + j].kind;
      numbers += kind == Kind::number;
      texts += kind == Kind::text;
    }
    column.numeric = numbers >= texts;
    for (std::size_t i = first; i < rows_.size(); ++i) {
      const Cell& cell = cells_[i * width_ + j];
      const bool unreadable = column.numeric && cell.kind == Kind::text;
      if (unreadable) report(ErrorCode::not_a_number, rows_[i].line, static_cast<int>(j + 1), text_of(cell));
      column.missing += unreadable || cell.kind == Kind::missing;
      if (column.numeric)
        column.numbers.push_back(cell.number);
      else
        column.texts.emplace_back(cell.kind == Kind::missing ? std::string_view() : text_of(cell));
    }
    table.columns.push_back(std::move(column));
  }
  std::stable_sort(problems_.begin(), problems_.end(),
                   [](const CsvProblem& a, const CsvProblem& b) { return a.line < b.line; });
  table.problems = std::move(problems_);
  table.problem_count = problem_count_;
  return table;
}

std::string write_csv(const CsvTable& table) {
  std::string text;
  const auto quote = [&](std::string_view field) {
    const bool plain = field.find_first_of(",;\t|\"\r\n") == std::string_view::npos && trimmed(field) == field;
    if (plain) {
      text += field;
      return;
    }
    text += '"';
    for (const char c : field) {
      if (c == '"') text += '"';
      text += c;
    }
    text += '"';
  };
  const auto line = [&](auto&& write_field) {
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (j > 0) text += ',';
      write_field(table.columns[j]);
    }
    text += '\n';
  };
  line([&](const CsvColumn& column) { quote(column.name); });
  for (std::size_t i = 0; i < static_cast<std::size_t>(table.rows); ++i)
    line([&](const CsvColumn& column) {
      const std::string field = column.numeric ? shortest_text(column.numbers[i]) : column.texts[i];
      if (field.empty() && table.columns.size() == 1)
        text += "\"\"";  // a blank line would not be read as a row
      else
        quote(field);
    });
  return text;
}

}  // namespace downhill
