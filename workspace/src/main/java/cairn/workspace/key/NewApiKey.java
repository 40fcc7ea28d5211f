package cairn.workspace.key;

import cairn.workspace.secret.Secret;

/**
 * A key just made.
 *
 * @param secret what the machine sends; shown only here
 */
public record NewApiKey(ApiKey key, Secret secret) {}
