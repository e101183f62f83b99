package org.binome.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import org.springframework.stereotype.Component;

/**
 * Shows the pages of a PDF where no viewer is at hand: as pictures, with their text and
 * where each line of it stands.
 */
@Component
public final class PdfPages {

	/**
	 * A page's size and text.
	 *
	 * @param number starting at 1
	 * @param width in points
	 * @param height in points
	 * @param lines in reading order
	 */
	public record Page(int number, float width, float height, List<Line> lines) {

		public String text() {
			return String.join("\n", this.lines.stream().map(Line::text).toList());
		}

	}

	/**
	 * A line of text.
	 *
	 * @param text its words
	 * @param x left edge in points from the page's left
	 * @param y base line in points from the page's top
	 * @param width in points
	 * @param size font size in points
	 */
	public record Line(String text, float x, float y, float width, float size) {
	}

	/**
	 * Reads the pages of a PDF.
	 */
	public List<Page> read(byte[] pdf) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			List<Page> pages = new ArrayList<>();
			for (int number = 1; number <= document.getNumberOfPages(); number++) {
				PDRectangle size = document.getPage(number - 1).getCropBox();
				pages.add(new Page(number, size.getWidth(), size.getHeight(), lines(document, number)));
			}
			return pages;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Draws one page.
	 * @param number starting at 1
	 * @param resolution in dots per inch, at most 300
	 * @return a PNG
	 * @throws IndexOutOfBoundsException when there is no such page
	 */
	public byte[] png(byte[] pdf, int number, int resolution) {
		try (PDDocument document = Loader.loadPDF(pdf); ByteArrayOutputStream out = new ByteArrayOutputStream(65_536)) {
			if (number < 1 || number > document.getNumberOfPages()) {
				throw new IndexOutOfBoundsException(
						"There is no page %d, the last is %d.".formatted(number, document.getNumberOfPages()));
			}
			BufferedImage image = new PDFRenderer(document).renderImageWithDPI(number - 1, Math.min(resolution, 300),
					ImageType.RGB);
			ImageIO.write(image, "png", out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Draws the first pages.
	 * @param resolution in dots per inch, at most 300
	 * @param most how many pages at most
	 * @return PNGs
	 */
	public List<byte[]> pngs(byte[] pdf, int resolution, int most) {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFRenderer renderer = new PDFRenderer(document);
			List<byte[]> images = new ArrayList<>();
			for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
				ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
				ImageIO.write(renderer.renderImageWithDPI(page, Math.min(resolution, 300), ImageType.RGB), "png", out);
				images.add(out.toByteArray());
			}
			return images;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Line> lines(PDDocument document, int number) throws IOException {
		Lines lines = new Lines();
		lines.setStartPage(number);
		lines.setEndPage(number);
		lines.getText(document);
		return List.copyOf(lines.found);
	}

	private static final class Lines extends PDFTextStripper {

		private final List<Line> found = new ArrayList<>();

		private Line current;

		@Override
		protected void writeString(String text, List<TextPosition> positions) {
			TextPosition first = positions.getFirst();
			TextPosition last = positions.getLast();
			float right = last.getXDirAdj() + last.getWidthDirAdj();
			if (this.current == null) {
				this.current = new Line(text, first.getXDirAdj(), first.getYDirAdj(), right - first.getXDirAdj(),
						first.getFontSizeInPt());
			}
			else {
				this.current = new Line(this.current.text() + text, this.current.x(), this.current.y(),
						right - this.current.x(), this.current.size());
			}
		}

		@Override
		protected void writeWordSeparator() {
			if (this.current != null) {
				this.current = new Line(this.current.text() + " ", this.current.x(), this.current.y(),
						this.current.width(), this.current.size());
			}
		}

		@Override
		protected void writeLineSeparator() {
			flush();
		}

		@Override
		protected void endPage(org.apache.pdfbox.pdmodel.PDPage page) {
			flush();
		}

		private void flush() {
			if (this.current != null && !this.current.text().isBlank()) {
				this.found.add(this.current);
			}
			this.current = null;
		}

	}

}
