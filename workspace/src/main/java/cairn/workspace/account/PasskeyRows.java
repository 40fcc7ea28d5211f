package cairn.workspace.account;

import cairn.workspace.sql.Database;
import cairn.workspace.sql.Row;
import cairn.workspace.sql.Transaction;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.data.exception.HexException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passkeys of active accounts as the WebAuthn library asks for them. To it, a user's name is
 * the staff id, and a user's handle is the bytes of that id.
 */
final class PasskeyRows implements CredentialRepository {
  private static final String ACTIVE =
      "SELECT p.* FROM passkey p JOIN staff s ON s.id = p.staff WHERE s.disabled_at IS NULL";

  private final Database database;

  PasskeyRows(Database database) {
    this.database = database;
  }

  static ByteArray handle(StaffId id) {
    try {
      return ByteArray.fromHex(id.value());
    } catch (HexException e) {
      throw new IllegalStateException("A staff id is hexadecimal.", e);
    }
  }

  static Optional<StaffId> staff(ByteArray handle) {
    try {
      return Optional.of(new StaffId(handle.getHex()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static List<Passkey> of(Transaction transaction, StaffId id) {
    return transaction.list(
        "SELECT * FROM passkey WHERE staff = ? ORDER BY created_at, credential LIMIT ?",
        row ->
            new Passkey(
                row.text("credential"),
                row.text("label"),
                row.instant("created_at"),
                row.instantIfAny("used_at")),
        id.value(),
        Passkeys.PER_STAFF_MAX);
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
    return credentials(" AND p.staff = ?", username).stream()
        .map(credential ->
            PublicKeyCredentialDescriptor.builder().id(credential.getCredentialId()).build())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String username) {
    return active(new StaffId(username)).map(PasskeyRows::handle);
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return staff(userHandle).flatMap(this::active).map(StaffId::value);
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return lookupAll(credentialId).stream()
        .filter(credential -> credential.getUserHandle().equals(userHandle))
        .findFirst();
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return Set.copyOf(credentials(" AND p.credential = ?", credentialId.getBase64Url()));
  }

  private Optional<StaffId> active(StaffId id) {
    return database
        .read(transaction -> StaffRows.find(transaction, id))
        .filter(Account::isActive)
        .map(Account::id);
  }

  private List<RegisteredCredential> credentials(String condition, String value) {
    return database.read(
        transaction -> transaction.list(ACTIVE + condition, PasskeyRows::credential, value));
  }

  private static RegisteredCredential credential(Row row) throws SQLException {
    try {
      return RegisteredCredential.builder()
          .credentialId(ByteArray.fromBase64Url(row.text("credential")))
          .userHandle(handle(new StaffId(row.text("staff"))))
          .publicKeyCose(ByteArray.fromBase64Url(row.text("public_key")))
          .signatureCount(row.number("signature_count"))
          .build();
    } catch (Base64UrlException e) {
      throw new SQLException("A stored passkey is damaged.", e);
    }
  }
}
