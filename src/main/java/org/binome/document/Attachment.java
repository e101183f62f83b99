package org.binome.document;

/**
 * A file that travels inside a PDF, as PDF/A-3 allows.
 *
 * @param name file name, unique in its document
 * @param mediaType such as {@code application/json}
 * @param relationship what the file is to the document
 * @param description a line for the reader
 * @param content the file, embedded byte for byte
 */
public record Attachment(String name, String mediaType, Relationship relationship, String description, byte[] content) {

	/** The relationships of ISO 19005-3 that we use. */
	public enum Relationship {

		/** The document was made from this file. */
		SOURCE("Source"),

		/** The file helps to understand the document or another file. */
		SUPPLEMENT("Supplement");

		private final String key;

		Relationship(String key) {
			this.key = key;
		}

		String key() {
			return this.key;
		}

	}
}
