package cairn.server.describe;

import cairn.server.http.Json;
import cairn.server.http.Route;
import cairn.server.http.RouteTable;
import cairn.server.http.Shape;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The interface on one page for people, without any script. */
public final class DocsPage {
  private static final String HEAD =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <title>Cairn: HTTP interface</title><style>
      :root{color-scheme:light dark}
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem}h2{margin-top:2.5rem;text-transform:capitalize}
      details{border-top:1px solid #8885;padding:.6rem 0}summary{cursor:pointer}
      code,pre{font:14px/1.45 ui-monospace,monospace}
      pre{overflow:auto;background:#8881;padding:.8rem;border-radius:.4rem}
      .m{display:inline-block;min-width:4.5rem;font-weight:600}.w{opacity:.75}
      </style></head><body><main><h1>Cairn: HTTP interface</h1>
      <p>JSON in and out, times in UTC as ISO-8601. Errors are
      <code>{"code","message","field"}</code>; 429 and 503 say in <code>Retry-After</code> when to
      come again. The same as a document for programs: <a href="/openapi.json">OpenAPI 3.1</a>.</p>
      """;

  private DocsPage() {}

  /** The page of these routes. */
  public static String of(RouteTable table, ObjectNode openApi) {
    var byTag = new LinkedHashMap<String, List<Route>>();
    for (var route : table.routes()) {
      byTag.computeIfAbsent(route.tag(), any -> new ArrayList<>()).add(route);
    }
    var page = new StringBuilder(HEAD);
    byTag.forEach((tag, routes) -> {
      page.append("<h2>").append(escape(tag)).append("</h2>\n");
      routes.forEach(route -> add(page, route));
    });
    page.append("<h2>Shapes</h2>\n");
    openApi
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema -> {
          page.append("<details id=\"")
              .append(escape(schema.getKey()))
              .append("\"><summary><code>")
              .append(escape(schema.getKey()))
              .append("</code></summary><pre>")
              .append(escape(pretty(schema.getValue())))
              .append("</pre></details>\n");
        });
    return page.append("</main></body></html>\n").toString();
  }

  private static void add(StringBuilder page, Route route) {
    page.append("<details><summary><code><span class=\"m\">")
        .append(route.method())
        .append("</span> ")
        .append(escape(route.path()))
        .append("</code><br>")
        .append(escape(route.summary()))
        .append("</summary><p class=\"w\">")
        .append(escape(OpenApi.who(route.access())))
        .append("</p>");
    if (!route.query().isEmpty()) {
      page.append("<p>Query: <code>")
          .append(escape(String.join(", ", route.query())))
          .append("</code></p>");
    }
    shape(page, "Takes", route.takes());
    shape(page, "Gives", route.gives());
    page.append("</details>\n");
  }

  private static void shape(
      StringBuilder page, String word, @org.jspecify.annotations.Nullable Shape shape) {
    if (shape == null) {
      return;
    }
    page.append("<p>").append(word).append(' ').append(escape(shape.mediaType()));
    var type = shape.type();
    if (type != null) {
      var name = Schemas.name(type);
      page.append(": <a href=\"#").append(escape(name)).append("\">").append(escape(name));
      page.append("</a>");
    }
    page.append("</p>");
    if (shape.schema() != null) {
      page.append("<pre>").append(escape(shape.schema().strip())).append("</pre>");
    }
  }

  private static String pretty(Object tree) {
    try {
      return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
