package org.binome.document;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Breaks lines as a language does: never after an apostrophe ("l’accord" stays whole).
 */
final class LineBreaker implements FSTextBreaker {

	private final BreakIterator breaks;

	private String text = "";

	LineBreaker(Locale locale) {
		this.breaks = BreakIterator.getLineInstance(locale);
	}

	@Override
	public void setText(String text) {
		this.text = text;
		this.breaks.setText(text);
	}

	@Override
	public int next() {
		int position = this.breaks.next();
		while (position != BreakIterator.DONE && position < this.text.length() && glued(position)) {
			position = this.breaks.next();
		}
		return position;
	}

	private boolean glued(int position) {
		char before = this.text.charAt(position - 1);
		if (before == ' ' && position > 1) {
			// English: "sixty days’ notice".
			return this.text.charAt(position - 2) == '\u2019';
		}
		char after = this.text.charAt(position);
		return before == '\u2019' || before == '\'' || before == '\u202f' || after == '\u202f' || before == '«'
				|| after == '»';
	}

}
