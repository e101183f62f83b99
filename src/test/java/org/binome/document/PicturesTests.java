package org.binome.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PicturesTests {

	@Test
	void aDrawingIsDrawnAnewWithoutWhatElseTheFileHeld() throws Exception {
		byte[] sent = png(900, 300, true);
		byte[] smuggled = joined(sent, "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

		byte[] kept = Pictures.drawing(uri(smuggled));

		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("script");
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
		assertThat(image.getWidth()).isBetween(300, 600);
		assertThat(image.getHeight()).isBetween(20, 200);
		assertThat(image.getColorModel().hasAlpha()).isFalse();
		assertThat(image.getRGB(2, image.getHeight() - 3) & 0xff).as("paper").isGreaterThan(240);
		assertThat(Pictures.drawing(uri(sent))).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "data:image/svg+xml;base64,PHN2Zy8+", "data:image/png;base64,",
			"data:image/png;base64,%%", "data:image/png;base64,iVBORw0KGgo=", "javascript:alert(1)" })
	void whatIsNoDrawingIsRefused(String text) {
		assertThatExceptionOfType(DocumentFailure.class).isThrownBy(() -> Pictures.drawing(text));
	}

	@Test
	void anEmptyAHugeAndAnUnfoldingDrawingAreRefused() throws Exception {
		assertThatExceptionOfType(DocumentFailure.class).isThrownBy(() -> Pictures.drawing(uri(png(900, 300, false))))
			.withMessageContaining("empty");
		assertThatExceptionOfType(DocumentFailure.class).isThrownBy(() -> Pictures.drawing(uri(png(3000, 3000, true))))
			.withMessageContaining("pixels");
		assertThatExceptionOfType(DocumentFailure.class)
			.isThrownBy(() -> Pictures.drawing(uri(new byte[Pictures.LARGEST_DRAWING + 10])));
	}

	@Test
	void aScanIsWhatItsContentSays() throws Exception {
		assertThat(Pictures.scanType(png(50, 50, true))).isEqualTo("image/png");
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
		assertThat(Pictures.scanType(jpeg.toByteArray())).isEqualTo("image/jpeg");
		assertThatExceptionOfType(DocumentFailure.class).isThrownBy(() -> Pictures.scanType(new byte[0]));
		assertThatExceptionOfType(DocumentFailure.class)
			.isThrownBy(() -> Pictures.scanType("GIF89a".getBytes(StandardCharsets.US_ASCII)));
	}

	private static String uri(byte[] png) {
		return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
	}

	private static byte[] png(int width, int height, boolean drawn) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		if (drawn) {
			Graphics2D pen = image.createGraphics();
			pen.setColor(Color.BLUE);
			pen.setStroke(new BasicStroke(5));
			pen.drawLine(width / 10, height / 5, width * 8 / 10, height * 4 / 5);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "png", out);
		return out.toByteArray();
	}

	private static byte[] joined(byte[] one, byte[] other) {
		byte[] joined = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, joined, one.length, other.length);
		return joined;
	}

}
