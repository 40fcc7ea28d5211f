package cairn.sim;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.engine.Reason;
import cairn.server.http.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A newcomer finds every page from one index, and no link leads nowhere. */
final class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  void everyLinkInADocumentLeadsSomewhere() throws IOException {
    var nowhere = new ArrayList<String>();
    for (var page : pages()) {
      for (var target : links(page)) {
        if (!Files.exists(target)) {
          nowhere.add(ROOT.relativize(page) + " -> " + ROOT.relativize(target));
        }
      }
    }

    assertThat(nowhere).isEmpty();
  }

  @Test
  void everyPageIsFoundFromTheIndex() throws IOException {
    var index = ROOT.resolve("docs/README.md");
    var linked = new TreeSet<>(links(index));
    var pages = new TreeSet<Path>();
    for (var page : pages()) {
      if (page.startsWith(ROOT.resolve("docs")) && !page.equals(index)) {
        pages.add(page);
      }
    }

    assertThat(linked).containsAll(pages);
    assertThat(links(ROOT.resolve("README.md"))).contains(index);
  }

  @Test
  void everyCodeOfAnErrorStandsInTheReference() throws IOException {
    var errors = Files.readString(ROOT.resolve("docs/reference/errors.md"));

    for (var reason : Reason.values()) {
      assertThat(errors).contains("| `" + reason.name().toLowerCase(Locale.ROOT) + "` |");
    }
    for (var code : Code.values()) {
      assertThat(errors).contains("| `" + code.word() + "` | " + code.status() + " |");
    }
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<Path>();
    try (var top = Files.list(ROOT);
        var docs = Files.walk(ROOT.resolve("docs"))) {
      top.filter(DocumentsTest::isPage).forEach(pages::add);
      docs.filter(DocumentsTest::isPage).forEach(pages::add);
    }
    return pages;
  }

  private static boolean isPage(Path path) {
    return path.toString().endsWith(".md");
  }

  private static List<Path> links(Path page) throws IOException {
    var links = new ArrayList<Path>();
    var matcher = LINK.matcher(Files.readString(page));
    while (matcher.find()) {
      var target = matcher.group(1);
      if (!target.contains(":")) {
        links.add(page.resolveSibling(target).normalize());
      }
    }
    return links;
  }
}
