package cairn.workspace.account;

import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/** Reads accounts out of their table, for every store of this package. */
final class StaffRows {
  private StaffRows() {}

  static Account account(Row row) throws SQLException {
    return new Account(
        new StaffId(row.text("id")),
        new EmailAddress(row.text("email")),
        new StaffName(row.text("name")),
        Role.split(row.text("roles")),
        row.textOrNull("password_hash") != null,
        Optional.ofNullable(row.textOrNull("identity_provider")),
        row.instant("created_at"),
        row.instantIfAny("disabled_at"));
  }

  static Optional<Account> find(Transaction transaction, StaffId id) {
    return transaction.first("SELECT * FROM staff WHERE id = ?", StaffRows::account, id.value());
  }

  static Optional<Account> find(Transaction transaction, EmailAddress email) {
    return transaction.first(
        "SELECT * FROM staff WHERE email = ?", StaffRows::account, email.value());
  }

  static long activeOperators(Transaction transaction) {
    return transaction
        .list("SELECT * FROM staff WHERE disabled_at IS NULL", StaffRows::account)
        .stream()
        .filter(account -> account.is(Role.OPERATOR))
        .count();
  }
}
