package cairn.server.http;

import org.jspecify.annotations.Nullable;

/** How every error looks. */
public record ErrorBody(String code, String message, @Nullable String field) {}
