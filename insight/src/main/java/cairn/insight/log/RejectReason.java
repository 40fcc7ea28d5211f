package cairn.insight.log;

/** Why one row of a log cannot be used. */
public enum RejectReason {
  /** The row names no case. */
  NO_CASE("the row names no case", "fill in the case, or leave the row out"),
  /** The row names a case that the table of cases does not have. */
  UNKNOWN_CASE(
      "the row names a case that the table of cases does not have",
      "put tables of one edition into the folder"),
  /** The row names no activity. */
  NO_ACTIVITY("the row names no activity", "fill in the activity, or leave the row out"),
  /** The row names no person although a person column was chosen. */
  NO_PERSON("the row names no person", "fill in the person, or read the log without one"),
  /** The row has no time. */
  NO_TIME("the row has no time", "fill in the time, or leave the row out"),
  /** The time cannot be read. */
  BAD_TIME("the time cannot be read", "write it like the others, or give the right pattern"),
  /** The row has another number of fields than the header. */
  FIELD_COUNT(
      "the row has another number of fields than the header",
      "put fields that hold the delimiter or a line break in double quotes"),
  /** The row holds bytes that are no text in the file's encoding. */
  BAD_ENCODING(
      "the row holds bytes that are no text in this encoding",
      "save the file in one encoding, or name the right one"),
  /** A value is too long. */
  TOO_LONG("a value is too long", "shorten it, or leave the column out"),
  /** The person has too many rows. */
  TOO_MANY_ROWS(
      "the person has more rows than one person can have",
      "check that the right column was taken for the person or case");

  private final String sentence;
  private final String remedy;

  RejectReason(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /** What is wrong, as half a sentence. */
  public String sentence() {
    return sentence;
  }

  /** What to do about it, as half a sentence. */
  public String remedy() {
    return remedy;
  }
}
