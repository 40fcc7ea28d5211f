/**
 * People and their logs as bytes: {@link cairn.store.codec.StateCodec} for states, {@link
 * cairn.store.codec.EntryCodec} for entries, both by hand over {@link cairn.store.codec.Out} and
 * {@link cairn.store.codec.In}. What was written once stays readable; golden files of every format
 * version hold it to that. It never touches files, and never puts what it reads into a message.
 */
@org.jspecify.annotations.NullMarked
package cairn.store.codec;
