package cairn.server.channel;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

/** Sends mail by SMTP: plain text, with the letter's id as its message id. */
final class MailSender implements Sender {
  private static final String TIMEOUT = Long.toString(Duration.ofSeconds(20).toMillis());

  private final Session session;
  private final InternetAddress from;

  /**
   * A way to a mail server.
   *
   * @param user empty where it asks for none
   * @param tls whether mail leaves by STARTTLS alone
   */
  MailSender(String host, int port, String user, String password, String from, boolean tls) {
    var settings = new Properties();
    settings.put("mail.smtp.host", host);
    settings.put("mail.smtp.port", Integer.toString(port));
    settings.put("mail.smtp.connectiontimeout", TIMEOUT);
    settings.put("mail.smtp.timeout", TIMEOUT);
    settings.put("mail.smtp.writetimeout", TIMEOUT);
    settings.put("mail.smtp.starttls.enable", "true");
    settings.put("mail.smtp.starttls.required", Boolean.toString(tls));
    settings.put("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    session =
        Session.getInstance(
            settings,
            new Authenticator() {
              @Override
              protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
              }
            });
    try {
      this.from = new InternetAddress(from, true);
    } catch (AddressException e) {
      throw new IllegalArgumentException("the sender's address is none", e);
    }
  }

  @Override
  public boolean honoursIds() {
    return false;
  }

  @Override
  public Sent send(Letter letter) {
    var address = letter.address();
    if (address == null) {
      return new Sent.Failed("no address");
    }
    try {
      var message = new IdentifiedMessage(session, letter.id());
      message.setFrom(from);
      message.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
      message.setSubject(
          oneLine(letter.words().getOrDefault("subject", letter.words().getOrDefault("title", ""))),
          StandardCharsets.UTF_8.name());
      message.setText(text(letter), StandardCharsets.UTF_8.name());
      message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now()));
      message.setHeader("Auto-Submitted", "auto-generated");
      Transport.send(message);
      return new Sent.Delivered("sent");
    } catch (AddressException | SendFailedException e) {
      return new Sent.Failed("the address was refused");
    } catch (MessagingException e) {
      return new Sent.TryLater("the mail server does not answer");
    }
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC);
  }

  private static String text(Letter letter) {
    var text = new StringBuilder(letter.words().getOrDefault("body", ""));
    var link = letter.words().getOrDefault("link", "");
    if (!link.isEmpty()) {
      text.append("\n\n")
          .append(letter.words().getOrDefault("button", "See more"))
          .append(": ")
          .append(link)
          .append('\n');
    }
    return text.toString();
  }

  /** A header is one line, whatever somebody's name holds. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  /** Keeps the id we gave it. */
  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id.replaceAll("[^A-Za-z0-9._-]", "-") + "@cairn>");
    }
  }
}
