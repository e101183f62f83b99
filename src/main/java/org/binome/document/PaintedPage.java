package org.binome.document;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Follows what a page paints and tells which of its text nobody can read: too small, in
 * the colour of what it stands on, painted over or cut off.
 */
final class PaintedPage {

	/** In points; the smallest print of our style sheet has eight. */
	private static final double SMALLEST = 5;

	/**
	 * The least contrast of a text to what it stands on, as WCAG 2.2 defines it. It asks
	 * for 4.5; with less than 2 a text isn't meant to be read.
	 */
	private static final double LEAST_CONTRAST = 2;

	/** In points; what is thinner is a line, which hides nothing. */
	private static final double LINE = 2;

	/** In points; more than most letters are high. */
	private static final double BAND = 8;

	private static final int WHITE = 0xFFFFFF;

	private static final Rectangle2D UNIT = new Rectangle2D.Float(0, 0, 1, 1);

	/** Why nobody can read a text. */
	private enum Fault {

		SMALL("It is smaller than %d points.".formatted((int) SMALLEST)),
		COLOR("Its colour hardly differs from what it stands on."), COVERED("Something is painted over it."),
		PICTURE("It stands on a picture, or a picture on it."), CUT("It is cut off."), OVERLAID("Text stands on text.");

		private final String reason;

		Fault(String reason) {
			this.reason = reason;
		}

	}

	private final COSDictionary graphicsStates;

	private final List<State> saved = new ArrayList<>();

	private final List<Box> boxes = new ArrayList<>();

	private final List<Run> runs = new ArrayList<>();

	private final Path2D.Float path = new Path2D.Float();

	private State state;

	private boolean clipping;

	private AffineTransform textMatrix = new AffineTransform();

	/**
	 * A page.
	 * @param graphicsStates its resources that say how transparent something is
	 */
	PaintedPage(Rectangle2D page, COSDictionary graphicsStates) {
		this.graphicsStates = graphicsStates;
		this.state = new State(new AffineTransform(), page, 0, 1, true, 0, 1);
	}

	/** Follows an operator, if it changes what is seen. */
	void follow(String operator, PageContent content) {
		switch (operator) {
			case "q" -> this.saved.add(this.state);
			case "Q" -> this.state = this.saved.removeLast();
			case "cm" -> this.state = this.state.moved(matrix(content));
			case "gs" -> alpha(this.graphicsStates.getCOSDictionary(COSName.getPDFName(content.name(0))));
			case "rg" ->
				this.state = this.state.filling(color(content.number(0), content.number(1), content.number(2)));
			case "g" -> this.state = this.state.filling(color(content.number(0), content.number(0), content.number(0)));
			case "k" -> this.state = this.state.filling(color(mixed(content, 0), mixed(content, 1), mixed(content, 2)));
			case "RG" -> this.state = this.state.drawing(color(content.number(0), content.number(1), content.number(2)),
					this.state.penWidth);
			case "w" -> this.state = this.state.drawing(this.state.penColor, content.number(0));
			case "Tr" -> this.state = this.state.writing(content.number(0) % 4 == 0 || content.number(0) % 4 == 2);
			case "Tm" -> this.textMatrix = matrix(content);
			case "m" -> this.path.moveTo(content.number(0), content.number(1));
			case "l" -> this.path.lineTo(content.number(0), content.number(1));
			case "c" -> this.path.curveTo(content.number(0), content.number(1), content.number(2), content.number(3),
					content.number(4), content.number(5));
			case "h" -> this.path.closePath();
			case "re" -> this.path.append(
					new Rectangle2D.Float(content.number(0), content.number(1), content.number(2), content.number(3)),
					false);
			case "W", "W*" -> this.clipping = true;
			case "n" -> endPath();
			case "s", "S" -> {
				draw();
				endPath();
			}
			case "f", "f*", "F", "b", "b*", "B", "B*" -> {
				paint(this.path, this.state.color, this.state.alpha);
				endPath();
			}
			case "Do", "sh" -> picture();
			default -> {
			}
		}
	}

	/**
	 * Follows text that is shown.
	 * @param width of it, as long as nothing stretches it
	 * @param text which ends in it; null when it isn't the document's
	 * @param from where it begins there
	 */
	Run show(float width, float size, StringBuilder text, int from) {
		AffineTransform matrix = new AffineTransform(this.state.matrix);
		matrix.concatenate(this.textMatrix);
		this.textMatrix.translate(width, 0);
		Run run = Run.of(matrix, width, size, this.state, text, from, this.boxes.size());
		if (!run.isBlank()) {
			this.runs.add(run);
		}
		return run;
	}

	/**
	 * Checks the text that was shown.
	 * @throws DocumentFailure naming the words nobody can read
	 */
	void check(int number) {
		Fault first = null;
		StringBuilder words = new StringBuilder();
		BitSet overlaid = overlaid();
		for (int index = 0; index < this.runs.size(); index++) {
			Run run = this.runs.get(index);
			Fault fault = fault(run);
			if (fault == null && overlaid.get(index)) {
				fault = Fault.OVERLAID;
			}
			first = (first != null) ? first : fault;
			if (fault != null && fault == first) {
				words.append(run.words()).append(' ');
			}
		}
		if (first != null) {
			throw new DocumentFailure("Nobody can read this on page %d: \"%s\". %s".formatted(number,
					RoundTrip.few(List.of(words.toString().strip().split("\\s+"))), first.reason));
		}
	}

	private Fault fault(Run run) {
		if (run.size < SMALLEST) {
			return Fault.SMALL;
		}
		if (!run.isInside(run.state.clip)) {
			return Fault.CUT;
		}
		List<Box> near = new ArrayList<>();
		int behind = 0;
		for (int box = 0; box < this.boxes.size(); box++) {
			if (run.meets(this.boxes.get(box).bounds)) {
				near.add(this.boxes.get(box));
				behind += (box < run.boxesBehind) ? 1 : 0;
			}
		}
		int letters = near.isEmpty() ? 1 : run.letters();
		for (int letter = 0; letter < letters; letter++) {
			Fault fault = fault(run, run.left + (run.right - run.left) * (letter + 0.5) / letters, near, behind);
			if (fault != null) {
				return fault;
			}
		}
		return null;
	}

	/** Paints one letter again, with what is behind it and then with what is over it. */
	private static Fault fault(Run run, double x, List<Box> near, int behind) {
		double y = (run.bottom + run.top) / 2;
		int ground = WHITE;
		int ink = WHITE;
		for (int index = 0; index <= near.size(); index++) {
			if (index == behind) {
				ink = run.state.written ? blend(ground, run.state.color, run.state.alpha) : ground;
				if (!legible(ink, ground)) {
					return Fault.COLOR;
				}
			}
			if (index < near.size() && near.get(index).covers(x, y)) {
				Box box = near.get(index);
				if (box.filled != null) {
					return Fault.PICTURE;
				}
				ground = blend(ground, box.color, box.alpha);
				ink = blend(ink, box.color, box.alpha);
			}
		}
		return legible(ink, ground) ? null : Fault.COVERED;
	}

	/** The runs half of which or more share their place with another. */
	private BitSet overlaid() {
		BitSet overlaid = new BitSet();
		Map<Integer, List<Integer>> bands = new HashMap<>();
		for (int index = 0; index < this.runs.size(); index++) {
			Run run = this.runs.get(index);
			if (run.isInside(run.state.clip)) {
				for (int band = band(run.bottom); band <= band(run.top); band++) {
					List<Integer> earlier = bands.computeIfAbsent(band, (key) -> new ArrayList<>());
					for (int other : earlier) {
						if (run.isLargelyOn(this.runs.get(other))) {
							overlaid.set(other);
							overlaid.set(index);
						}
					}
					earlier.add(index);
				}
			}
		}
		return overlaid;
	}

	private static int band(double height) {
		return (int) (height / BAND);
	}

	private void paint(Shape shape, int color, float alpha) {
		Shape painted = this.state.matrix.createTransformedShape(shape);
		Rectangle2D bounds = painted.getBounds2D().createIntersection(this.state.clip);
		if (!isLine(bounds)) {
			this.boxes.add(new Box(painted, bounds, color, alpha, null));
		}
	}

	/** A broad line is a box; one of dashes or dots counts as if it had no gaps. */
	private void draw() {
		if (this.state.penWidth >= LINE) {
			paint(new BasicStroke(this.state.penWidth).createStrokedShape(this.path), this.state.penColor, 1);
		}
	}

	/** A picture the size of a point is one of many that fill something. */
	private void picture() {
		Rectangle2D bounds = this.state.matrix.createTransformedShape(UNIT)
			.getBounds2D()
			.createIntersection(this.state.clip);
		Box last = this.boxes.isEmpty() ? null : this.boxes.getLast();
		if (isLine(bounds) && last != null && last.filled == this.state.clip) {
			this.boxes.removeLast();
			bounds.add(last.bounds);
		}
		this.boxes.add(new Box(bounds, bounds, this.state.color, this.state.alpha, this.state.clip));
	}

	private static boolean isLine(Rectangle2D bounds) {
		return bounds.getWidth() < LINE || bounds.getHeight() < LINE;
	}

	private void endPath() {
		if (this.clipping && this.path.getCurrentPoint() != null) {
			this.state = this.state.clipped(this.state.matrix.createTransformedShape(this.path).getBounds2D());
		}
		this.clipping = false;
		this.path.reset();
	}

	private void alpha(COSDictionary graphicsState) {
		if (graphicsState != null && graphicsState.containsKey(COSName.CA_NS)) {
			this.state = this.state.covering(graphicsState.getFloat(COSName.CA_NS));
		}
	}

	private static AffineTransform matrix(PageContent content) {
		return new AffineTransform(content.number(0), content.number(1), content.number(2), content.number(3),
				content.number(4), content.number(5));
	}

	private static float mixed(PageContent content, int ink) {
		return (1 - content.number(ink)) * (1 - content.number(3));
	}

	private static int color(float red, float green, float blue) {
		return (Math.round(red * 255) << 16) | (Math.round(green * 255) << 8) | Math.round(blue * 255);
	}

	private static int blend(int under, int over, float alpha) {
		int blended = 0;
		for (int shift = 0; shift <= 16; shift += 8) {
			int below = (under >> shift) & 0xFF;
			int above = (over >> shift) & 0xFF;
			blended |= Math.round(below + (above - below) * alpha) << shift;
		}
		return blended;
	}

	private static boolean legible(int ink, int ground) {
		double one = luminance(ink);
		double other = luminance(ground);
		return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= LEAST_CONTRAST;
	}

	private static double luminance(int color) {
		return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
	}

	private static double linear(int channel) {
		double value = (channel & 0xFF) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

	/**
	 * How the page is painted from here on.
	 *
	 * @param clip outside of which nothing is painted
	 * @param color to fill with, as RGB
	 * @param alpha how far it covers what is under it
	 * @param written whether text is filled at all
	 * @param penColor of lines, as RGB
	 */
	private record State(AffineTransform matrix, Rectangle2D clip, int color, float alpha, boolean written,
			int penColor, float penWidth) {

		State moved(AffineTransform by) {
			AffineTransform moved = new AffineTransform(this.matrix);
			moved.concatenate(by);
			return new State(moved, this.clip, this.color, this.alpha, this.written, this.penColor, this.penWidth);
		}

		State clipped(Rectangle2D to) {
			return new State(this.matrix, this.clip.createIntersection(to), this.color, this.alpha, this.written,
					this.penColor, this.penWidth);
		}

		State filling(int other) {
			return new State(this.matrix, this.clip, other, this.alpha, this.written, this.penColor, this.penWidth);
		}

		State covering(float other) {
			return new State(this.matrix, this.clip, this.color, other, this.written, this.penColor, this.penWidth);
		}

		State writing(boolean filled) {
			return new State(this.matrix, this.clip, this.color, this.alpha, filled, this.penColor, this.penWidth);
		}

		State drawing(int other, float width) {
			return new State(this.matrix, this.clip, this.color, this.alpha, this.written, other, width);
		}

	}

	/**
	 * Something painted that isn't text.
	 *
	 * @param filled what a picture is to fill; null for what is no picture
	 */
	private record Box(Shape shape, Rectangle2D bounds, int color, float alpha, Rectangle2D filled) {

		boolean covers(double x, double y) {
			return this.bounds.contains(x, y) && (this.shape == this.bounds || this.shape.contains(x, y));
		}

	}

	/**
	 * Text shown at once: where the body of its small letters is.
	 *
	 * @param size of the letters, in the direction in which they are smaller
	 * @param boxesBehind how much was painted before it
	 */
	record Run(double left, double bottom, double right, double top, double size, State state, StringBuilder text,
			int from, int to, int boxesBehind) {

		private static final float BODY_FROM = 0.1f;

		private static final float BODY_TO = 0.4f;

		private static final double TOLERANCE = 1;

		static Run of(AffineTransform matrix, float width, float size, State state, StringBuilder text, int from,
				int boxesBehind) {
			float[] corners = { 0, size * BODY_FROM, width, size * BODY_TO };
			matrix.transform(corners, 0, corners, 0, 2);
			double smaller = Math.min(Math.hypot(matrix.getScaleX(), matrix.getShearY()),
					Math.hypot(matrix.getScaleY(), matrix.getShearX()));
			return new Run(Math.min(corners[0], corners[2]), Math.min(corners[1], corners[3]),
					Math.max(corners[0], corners[2]), Math.max(corners[1], corners[3]), size * smaller, state, text,
					from, (text != null) ? text.length() : from, boxesBehind);
		}

		boolean isBlank() {
			for (int index = this.from; index < this.to; index++) {
				if (!Character.isWhitespace(this.text.charAt(index))
						&& !Character.isSpaceChar(this.text.charAt(index))) {
					return false;
				}
			}
			return true;
		}

		String words() {
			return this.text.substring(this.from, this.to).strip();
		}

		private int letters() {
			return Math.clamp(Math.round((this.right - this.left) / this.size * 2), 1, 1000);
		}

		private boolean isInside(Rectangle2D clip) {
			return this.left >= clip.getMinX() - TOLERANCE && this.right <= clip.getMaxX() + TOLERANCE
					&& this.bottom >= clip.getMinY() - TOLERANCE && this.top <= clip.getMaxY() + TOLERANCE;
		}

		private boolean meets(Rectangle2D bounds) {
			return bounds.getMinY() < this.top && bounds.getMaxY() > this.bottom && bounds.getMinX() < this.right
					&& bounds.getMaxX() > this.left;
		}

		private boolean isLargelyOn(Run other) {
			double height = Math.min(this.top, other.top) - Math.max(this.bottom, other.bottom);
			if (height <= 0) {
				return false;
			}
			double width = Math.min(this.right, other.right) - Math.max(this.left, other.left);
			return width > 0 && width * height > Math.min(area(), other.area()) / 2;
		}

		private double area() {
			return (this.right - this.left) * (this.top - this.bottom);
		}

	}

}
