package cairn.workspace.map;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed XML into a text. */
final class Xml {
  /** Writes one document's elements. */
  @FunctionalInterface
  interface Writing {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private Xml() {}

  static String write(Writing writing) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new Legal(text));
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      writing.write(xml);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a document in memory could not be written", impossible);
    }
    return text.toString();
  }

  /** Leaves out the control characters that no XML document may hold, however they are written. */
  private static final class Legal extends FilterWriter {
    Legal(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      if (c >= ' ' || c == '\n' || c == '\t' || c == '\r') {
        super.write(c);
      }
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      for (int at = from; at < from + length; at++) {
        write(text[at]);
      }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      for (int at = from; at < from + length; at++) {
        write(text.charAt(at));
      }
    }
  }
}
