/**
 * Who did what, when, to which thing. {@link cairn.workspace.audit.AuditLog} only ever grows: the
 * database itself refuses to change or drop a row. Entries name people by the ids of their accounts
 * and never hold an e-mail address, a name or anything about a traveller.
 */
@NullMarked
package cairn.workspace.audit;

import org.jspecify.annotations.NullMarked;
