package org.binome.contract;

import org.binome.document.Digest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Files that belong to signatures, each kept once and for ever under its fingerprint.
 */
@Repository
public class ContractFiles {

	private final JdbcClient jdbc;

	ContractFiles(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A file.
	 *
	 * @param mediaType application/pdf, image/png or image/jpeg
	 */
	public record ContractFile(String sha256, String mediaType, byte[] bytes) {

		/** Whether the bytes are still those of the fingerprint. */
		public boolean intact() {
			return Digest.sha256(this.bytes).equals(this.sha256);
		}

	}

	/**
	 * Keeps a file.
	 * @return its fingerprint
	 */
	String keep(String mediaType, byte[] bytes) {
		String sha256 = Digest.sha256(bytes);
		this.jdbc.sql("insert into contract_file (sha256, media_type, bytes) values (?, ?, ?) on conflict do nothing")
			.params(sha256, mediaType, bytes)
			.update();
		return sha256;
	}

	public ContractFile get(String sha256) {
		return this.jdbc.sql("select sha256, media_type, bytes from contract_file where sha256 = ?")
			.param(sha256)
			.query((row, number) -> new ContractFile(row.getString("sha256"), row.getString("media_type"),
					row.getBytes("bytes")))
			.single();
	}

}
