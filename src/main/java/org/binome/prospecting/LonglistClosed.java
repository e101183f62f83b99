package org.binome.prospecting;

/**
 * The candidates of a programme have been scored: nothing can be imported any more.
 */
public class LonglistClosed extends RuntimeException {

	LonglistClosed(String programme) {
		super("The longlist of '" + programme
				+ "' was declared complete and scored; open a new programme for further candidates");
	}

}
