/** Real journeys: importers, columnar tables, measures. */
@org.jspecify.annotations.NullMarked
package cairn.insight;
