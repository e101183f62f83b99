package org.binome.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Plain HTTP to the started processes.
 */
final class Http {

	private static final HttpClient client = HttpClient.newBuilder()
		.connectTimeout(Duration.ofSeconds(2))
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private Http() {
	}

	static boolean isOk(String url) {
		try {
			return send(HttpRequest.newBuilder(URI.create(url)).GET()).statusCode() / 100 == 2;
		}
		catch (IOException ex) {
			return false;
		}
	}

	static int status(HttpRequest.Builder request) throws IOException {
		return send(request).statusCode();
	}

	static HttpResponse<String> putJson(String url, String json) throws IOException {
		return send(HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(json)));
	}

	static HttpResponse<String> delete(String url) throws IOException {
		return send(HttpRequest.newBuilder(URI.create(url)).DELETE());
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
		try {
			return client.send(request.timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

}
