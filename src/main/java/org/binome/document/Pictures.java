package org.binome.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Pictures and scans from outside, judged by what they are and not by what they are
 * called.
 */
public final class Pictures {

	/** The largest drawing that is taken, in bytes. */
	public static final int LARGEST_DRAWING = 300_000;

	private static final String PNG = "data:image/png;base64,";

	private static final long DRAWING_PIXELS = 2_000_000;

	/** A page of A4 at 600 dots per inch. */
	private static final long SCAN_PIXELS = 36_000_000;

	private static final int MOST_PAGES = 200;

	private Pictures() {
	}

	/**
	 * The strokes of a drawn signature, drawn anew in black on white: nothing else of the
	 * file that was sent is kept.
	 * @param dataUri a PNG as a canvas gives it
	 * @return a PNG of at most 600 × 200
	 * @throws DocumentFailure when it is no PNG, too large or empty
	 */
	public static byte[] drawing(String dataUri) {
		if (!dataUri.startsWith(PNG) || dataUri.length() > LARGEST_DRAWING * 4 / 3) {
			throw new DocumentFailure("The drawing is not a PNG of at most " + LARGEST_DRAWING + " bytes.");
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(dataUri.substring(PNG.length()));
			BufferedImage drawn = read(bytes, "png", DRAWING_PIXELS);
			int[] box = strokes(drawn);
			if (box.length == 0) {
				throw new DocumentFailure("The drawing is empty.");
			}
			return inked(drawn, box);
		}
		catch (IllegalArgumentException | IOException ex) {
			throw new DocumentFailure("The drawing can't be read as PNG.", ex);
		}
	}

	/**
	 * What a scan is, by its content.
	 * @return application/pdf, image/png or image/jpeg
	 * @throws DocumentFailure when it is none of these or can't be read
	 */
	public static String scanType(byte[] bytes) {
		try {
			if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) {
				try (PDDocument document = Loader.loadPDF(bytes)) {
					if (document.isEncrypted() || document.getNumberOfPages() < 1
							|| document.getNumberOfPages() > MOST_PAGES) {
						throw new DocumentFailure(
								"The PDF is encrypted, empty or has more than " + MOST_PAGES + " pages.");
					}
				}
				return "application/pdf";
			}
			if (begins(bytes, 0x89, 0x50, 0x4e, 0x47)) {
				read(bytes, "png", SCAN_PIXELS);
				return "image/png";
			}
			if (begins(bytes, 0xff, 0xd8, 0xff)) {
				read(bytes, "jpeg", SCAN_PIXELS);
				return "image/jpeg";
			}
		}
		catch (IOException ex) {
			throw new DocumentFailure("The scan can't be read: " + ex.getMessage(), ex);
		}
		throw new DocumentFailure("The scan is neither PDF nor PNG nor JPEG.");
	}

	/** Looks at the size first, so that a small file can't unfold to a huge picture. */
	private static BufferedImage read(byte[] bytes, String format, long mostPixels) throws IOException {
		Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
		ImageReader reader = readers.next();
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			reader.setInput(in);
			int width = reader.getWidth(0);
			int height = reader.getHeight(0);
			if (width < 1 || height < 1 || (long) width * height > mostPixels) {
				throw new DocumentFailure(
						"The picture has %d × %d pixels; at most %d are taken.".formatted(width, height, mostPixels));
			}
			return reader.read(0);
		}
		catch (RuntimeException ex) {
			if (ex instanceof DocumentFailure failure) {
				throw failure;
			}
			// what readers throw at damaged pictures
			throw new IOException(ex);
		}
		finally {
			reader.dispose();
		}
	}

	/** Left, top, right and bottom of what is drawn; empty when nothing is. */
	private static int[] strokes(BufferedImage image) {
		int left = Integer.MAX_VALUE;
		int top = Integer.MAX_VALUE;
		int right = -1;
		int bottom = -1;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				if (ink(image.getRGB(x, y)) > 60) {
					left = Math.min(left, x);
					top = Math.min(top, y);
					right = Math.max(right, x);
					bottom = Math.max(bottom, y);
				}
			}
		}
		return (right - left < 8 && bottom - top < 8) ? new int[0] : new int[] { left, top, right, bottom };
	}

	/** 0 for paper, 255 for ink, whatever the colours. */
	private static int ink(int argb) {
		int alpha = argb >>> 24;
		int light = ((argb >> 16 & 0xff) * 3 + (argb >> 8 & 0xff) * 6 + (argb & 0xff)) / 10;
		return (255 - light) * alpha / 255;
	}

	private static byte[] inked(BufferedImage drawn, int[] box) throws IOException {
		int width = box[2] - box[0] + 1;
		int height = box[3] - box[1] + 1;
		BufferedImage strokes = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				strokes.getRaster().setSample(x, y, 0, 255 - ink(drawn.getRGB(box[0] + x, box[1] + y)));
			}
		}
		double scale = Math.min(1, Math.min(600.0 / width, 200.0 / height));
		int scaledWidth = Math.max(1, (int) (width * scale));
		int scaledHeight = Math.max(1, (int) (height * scale));
		BufferedImage result = new BufferedImage(scaledWidth, scaledHeight, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = result.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		graphics.drawImage(strokes, 0, 0, scaledWidth, scaledHeight, Color.WHITE, null);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(result, "png", out);
		return out.toByteArray();
	}

	private static boolean begins(byte[] bytes, int... with) {
		if (bytes.length < with.length) {
			return false;
		}
		for (int index = 0; index < with.length; index++) {
			if ((bytes[index] & 0xff) != with[index]) {
				return false;
			}
		}
		return true;
	}

}
