package org.binome.prospecting;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of a file into text, or says exactly why they are none.
 */
final class CsvText {

	private static final int BEGINNING = 64;

	private CsvText() {
	}

	/**
	 * The text without a byte order mark.
	 * @throws UnreadableFile if the file is empty, a workbook or not UTF-8
	 */
	static String decode(byte[] file) {
		if (file.length == 0) {
			throw new UnreadableFile("Le fichier est vide.", "The file is empty.");
		}
		if (startsWith(file, 'P', 'K', 3, 4) || startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw new UnreadableFile(
					"C’est un classeur, pas un fichier CSV. Dans votre tableur : Enregistrer sous, CSV UTF-8.",
					"This is a workbook, not a CSV file. In your spreadsheet: Save as, CSV UTF-8.");
		}
		if (startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF)) {
			throw new UnreadableFile(
					"Le fichier est en UTF-16. Dans votre tableur : Enregistrer sous, CSV UTF-8 (et non « texte Unicode »).",
					"The file is in UTF-16. In your spreadsheet: Save as, CSV UTF-8 (not \"Unicode text\").");
		}
		if (binary(file)) {
			throw new UnreadableFile(
					"Ce n’est pas un fichier texte en UTF-8. Dans votre tableur : Enregistrer sous, CSV UTF-8.",
					"This is no text file in UTF-8. In your spreadsheet: Save as, CSV UTF-8.");
		}
		int start = startsWith(file, 0xEF, 0xBB, 0xBF) ? 3 : 0;
		ByteBuffer bytes = ByteBuffer.wrap(file, start, file.length - start);
		CharBuffer characters = CharBuffer.allocate(file.length);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		CoderResult result = decoder.decode(bytes, characters, true);
		if (result.isError()) {
			throw notUtf8(file, bytes.position());
		}
		String text = characters.flip().toString();
		if (text.isBlank()) {
			throw new UnreadableFile("Le fichier est vide.", "The file is empty.");
		}
		return text;
	}

	private static UnreadableFile notUtf8(byte[] file, int position) {
		int line = 1;
		int column = 1;
		for (int i = 0; i < position; i++) {
			column = (file[i] == '\n') ? 1 : column + 1;
			line += (file[i] == '\n') ? 1 : 0;
		}
		String value = "%02X".formatted(file[position]);
		return new UnreadableFile(
				"Le fichier n’est pas en UTF-8 : ligne %d, octet %d (%s). Dans votre tableur : Enregistrer sous, CSV UTF-8."
					.formatted(line, column, value),
				"The file is not UTF-8: line %d, byte %d (%s). In your spreadsheet: Save as, CSV UTF-8.".formatted(line,
						column, value));
	}

	private static boolean binary(byte[] file) {
		for (int i = 0; i < Math.min(file.length, BEGINNING); i++) {
			if (file[i] == 0) {
				return true;
			}
		}
		return false;
	}

	private static boolean startsWith(byte[] file, int... bytes) {
		if (file.length < bytes.length) {
			return false;
		}
		for (int i = 0; i < bytes.length; i++) {
			if ((file[i] & 0xFF) != bytes[i]) {
				return false;
			}
		}
		return true;
	}

}
