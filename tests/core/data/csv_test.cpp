#include "data/csv.hpp"

#include <cmath>
#include <cstring>

#include "core/catch.hpp"
#include "data/number_text.hpp"
#include "foundation/random.hpp"

using namespace downhill;

namespace {

CsvTable read(const std::string& text, const CsvOptions& options = {}) { return CsvReader(text, options).finish(); }

std::vector<std::string> names(const CsvTable& table) {
  std::vector<std::string> result;
  for (const CsvColumn& column : table.columns) result.push_back(column.name);
  return result;
}

using Numbers = std::vector<double>;
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Numbers are read whole and correctly rounded, or not at all") {
  CHECK(read_number("3") == 3.0);
  CHECK(read_number("-0.5") == -0.5);
  CHECK(read_number("+.5e1") == 5.0);
  CHECK(read_number("7.") == 7.0);
  CHECK(read_number("\xE2\x88\x92"
                    "2.5") == -2.5);
  CHECK(read_number("1,5", ',') == 1.5);
  CHECK(read_number("1.7976931348623157e308") == 1.7976931348623157e308);
  CHECK(read_number("0.1000000000000000055511151231257827") == 0.1);
  CHECK(read_number("123456789012345678901234567890") == 123456789012345678901234567890.0);
  CHECK(std::signbit(*read_number("-0")));
  for (const char* text :
       {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "inf", "nan", "1 2", "12abc", "1e999", "--1"}) {
    INFO(text);
    CHECK_FALSE(read_number(text));
  }
  CHECK_FALSE(read_number("1.5", ','));

  const std::uint64_t seed = 3;
  INFO("seed " << seed);
  RandomStream random(seed);
  for (int i = 0; i < 20000; ++i) {
    double number;
    const std::uint64_t bits = random.bits();
    std::memcpy(&number, &bits, sizeof number);
    if (i % 2) number = std::round(random.normal() * 1e5) / 1e3;
    if (!std::isfinite(number)) continue;
    REQUIRE(read_number(shortest_text(number)) == number);
  }
  CHECK(shortest_text(0.1) == "0.1");
  CHECK(shortest_text(1.0 / 3) == "0.3333333333333333");
  CHECK(shortest_text(NAN).empty());
}

TEST_CASE("A plain table with a header") {
  const CsvTable table = read("speed,dist\n4,2\n7,4.5\n");
  CHECK(names(table) == Texts{"speed", "dist"});
  CHECK(table.rows == 2);
  CHECK(table.columns[0].numbers == Numbers{4, 7});
  CHECK(table.columns[1].numbers == Numbers{2, 4.5});
  CHECK(table.problem_count == 0);
  CHECK(table.options.separator == ',');
  CHECK(table.options.decimal == '.');
  CHECK(table.options.header == CsvOptions::Header::present);
}

TEST_CASE("The way a table is written is found out") {
  struct Row {
    const char* what;
    std::string text;
    char separator, decimal;
    bool header;
  };
  const Row rows[] = {
      {"no header", "1,2\n3,4\n", ',', '.', false},
      {"Windows line ends, byte order mark, no last line end",
       "\xEF\xBB\xBF"
       "a,b\r\n1,2\r\n3,4",
       ',', '.', true},
      {"semicolons and decimal commas", "a;b\n1,5;2\n3;4,25\n", ';', ',', true},
      {"semicolons and decimal points", "1.5;2\n3;4.25\n", ';', '.', false},
      {"tabs, as pasted from a spreadsheet", "a\tb\n1,5\t2\n3\t4,25\n", '\t', ',', true},
      {"blanks", "  1   2\n 3 4 \n", ' ', '.', false},
      {"bars", "a|b\n1|2\n", '|', '.', true},
      {"quoted decimal commas", "\"1,5\",\"2,5\"\n\"3\",\"4\"\n", ',', ',', false},
      {"one column", "7\n8\n", ',', '.', false},
      {"header only", "a,b\n", ',', '.', true},
  };
  for (const Row& row : rows) {
    INFO(row.what);
    const CsvTable table = read(row.text);
    CHECK(table.problem_count == 0);
    CHECK(table.options.separator == row.separator);
    CHECK(table.options.decimal == row.decimal);
    CHECK((table.options.header == CsvOptions::Header::present) == row.header);
  }
  CHECK(read("a;b\n1,5;2\n3;4,25\n").columns[1].numbers == Numbers{2, 4.25});
  CHECK(read("a\tb\n1,5\t2\n3\t4,25\n").columns[0].numbers == Numbers{1.5, 3});
  CHECK(read("  1   2\n 3 4 \n").columns[1].numbers == Numbers{2, 4});
  CHECK(names(read("1,2\n3,4\n")) == Texts{"x1", "x2"});
}

TEST_CASE("What the reader says is believed") {
  CHECK(read("1;5\n2;6\n", {.separator = ','}).columns.size() == 1);
  CHECK(read("1,5;2\n", {.separator = ';', .decimal = '.'}).columns[0].numeric == false);
  CHECK(read("2020,2021\n1,2\n", {.header = CsvOptions::Header::present}).columns[1].name == "2021");
  CHECK(read("a,b\n1,2\n", {.header = CsvOptions::Header::absent}).rows == 2);
}

TEST_CASE("Quotes keep separators, line breaks and quotes") {
  const CsvTable table = read("name,size\n\" Kim, Lee\" ,1\n\"two\nlines\",2\n\"say \"\"hi\"\"\", 3 \n\"\",4\n");
  REQUIRE(table.rows == 4);
  CHECK_FALSE(table.columns[0].numeric);
  CHECK(table.columns[0].texts == Texts{" Kim, Lee", "two\nlines", "say \"hi\"", ""});
  CHECK(table.columns[0].missing == 1);
  CHECK(table.columns[1].numbers == Numbers{1, 2, 3, 4});
}

TEST_CASE("Missing values are missing, not zero") {
  const CsvTable table = read("a,b\n1,\nNA,2\nn/a,nan\n?,NULL\n-,3\n,\n5,6\n");
  REQUIRE(table.rows == 7);
  CHECK(table.problem_count == 0);
  CHECK(table.columns[0].missing == 5);
  CHECK(table.columns[1].missing == 4);
  CHECK(std::isnan(table.columns[0].numbers[1]));
  CHECK(table.columns[0].numbers[6] == 5);
}

TEST_CASE("Bad rows are named by line and column, and the good ones are kept") {
  const CsvTable table = read("a,b\n1,2\n\n3\n4,oops\n5,6,7\n8,9\n\"10\n");
  CHECK(table.rows == 3);
  CHECK(table.columns[0].numbers == Numbers{1, 4, 8});
  CHECK(table.columns[1].numbers[0] == 2);
  CHECK(std::isnan(table.columns[1].numbers[1]));
  REQUIRE(table.problem_count == 4);
  const auto check = [&](std::size_t i, ErrorCode code, int line, int column, const std::string& text) {
    INFO(i);
    CHECK(table.problems[i].code == code);
    CHECK(table.problems[i].line == line);
    CHECK(table.problems[i].column == column);
    CHECK(table.problems[i].text == text);
  };
  check(0, ErrorCode::wrong_field_count, 4, 1, "3");
  check(1, ErrorCode::not_a_number, 5, 2, "oops");
  check(2, ErrorCode::wrong_field_count, 6, 3, "7");
  check(3, ErrorCode::unclosed_quote, 8, 1, "\"10\n");
}

TEST_CASE("Lines are counted through quoted line breaks; empty fields too many are forgiven") {
  const CsvTable table = read("a,b\n\"x\ny\",1,,\nz,bad\nw,3\nv,4\n");
  REQUIRE(table.problem_count == 1);
  CHECK(table.problems[0].line == 4);
  CHECK(table.problems[0].text == "bad");
  CHECK(table.rows == 4);
}

TEST_CASE("A column of mostly text is text") {
  const CsvTable table = read("species,mass\nAdelie,3750\nGentoo,5000\n12,4000\n");
  CHECK_FALSE(table.columns[0].numeric);
  CHECK(table.columns[0].texts == Texts{"Adelie", "Gentoo", "12"});
  CHECK(table.problem_count == 0);
}

TEST_CASE("Empty text gives an empty table") {
  for (const char* text : {"", "\n\n  \n", "\xEF\xBB\xBF"}) {
    CHECK(read(text).rows == 0);
    CHECK(read(text).columns.empty());
    CHECK(read(text).problem_count == 0);
  }
}

TEST_CASE("A table written and read again is the same") {
  const CsvTable table = read("name,\"odd;name\",b\n\"a, \"\"b\"\"\",0.1,NA\n c ,-1e-300,3\n");
  REQUIRE(table.rows == 2);
  const CsvTable again = read(write_csv(table));
  REQUIRE(again.columns.size() == 3);
  CHECK(names(again) == names(table));
  CHECK(again.columns[0].texts == table.columns[0].texts);
  CHECK(again.columns[1].numbers == table.columns[1].numbers);
  CHECK(again.columns[2].missing == 1);
  CHECK(write_csv(again) == write_csv(table));
  const CsvTable one = read("a\n1\n\"\"\n3\n");
  CHECK(one.rows == 3);
  CHECK(read(write_csv(one)).rows == 3);
}

TEST_CASE("Slices of any size give the same table") {
  std::string text = "a;b;c\n";
  RandomStream random(8);
  for (int i = 0; i < 500; ++i)
    text += shortest_text(std::round(random.normal() * 100)) + ";\"q" + std::to_string(i) + (i % 7 ? "\"" : "\n\"") + ";" +
            (i % 11 ? std::to_string(i) : "bad") + "\n";
  const CsvTable whole = read(text);
  CHECK(whole.rows == 500);
  CHECK(whole.problem_count == 46);
  for (const std::size_t slice : {1u, 17u, 1000u}) {
    CsvReader reader(text);
    double before = -1;
    while (reader.advance(slice)) {
      REQUIRE(reader.progress() >= before);
      before = reader.progress();
    }
    CHECK(reader.progress() == 1);
    CsvTable table = reader.finish();
    CHECK(table.columns[0].numbers == whole.columns[0].numbers);
    CHECK(table.columns[1].texts == whole.columns[1].texts);
    CHECK(table.problem_count == whole.problem_count);
  }
}

TEST_CASE("Any bytes are read without harm") {
  const std::uint64_t seed = 99;
  const std::string alphabet = "1a,;\t\"\n\r .-|eN\xE2\x88\x92\x80";
  RandomStream random(seed);
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (std::size_t k = random.below(60); k > 0; --k) text += alphabet[random.below(alphabet.size())];
    INFO("seed " << seed << ", text " << i);
    const CsvTable table = read(text);
    for (const CsvColumn& column : table.columns)
      REQUIRE((column.numeric ? column.numbers.size() : column.texts.size()) == static_cast<std::size_t>(table.rows));
  }
}

TEST_CASE("A hundred thousand rows are read in slices of a few milliseconds") {
  std::string text = "x,y,z\n";
  RandomStream random(1);
  for (int i = 0; i < 100000; ++i)
    text += shortest_text(std::round(1e4 * random.normal()) / 1e4) + "," + std::to_string(i) + "," +
            shortest_text(random.uniform()) + "\n";
  CsvReader reader(text);
  int slices = 1;
  while (reader.advance(1 << 16)) ++slices;
  const CsvTable table = reader.finish();
  CHECK(table.rows == 100000);
  CHECK(slices > 40);
  CHECK(table.columns[1].numbers[99999] == 99999);
  CHECK(table.problem_count == 0);
}
