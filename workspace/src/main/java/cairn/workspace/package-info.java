/** Boards, accounts, keys and audit in SQL. */
@org.jspecify.annotations.NullMarked
package cairn.workspace;
