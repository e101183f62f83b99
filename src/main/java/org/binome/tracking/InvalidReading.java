package org.binome.tracking;

/**
 * A figure that can't be kept: the metric is not one of the partnership's, or its day is
 * still to come. The message tells people why.
 */
public class InvalidReading extends IllegalArgumentException {

	public InvalidReading(String message) {
		super(message);
	}

}
