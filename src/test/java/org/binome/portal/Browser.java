package org.binome.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opens pages and sends forms as a browser does: cookies, redirects, the CSRF token of
 * the page shown last.
 */
public class Browser {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient http;

	private final String root;

	private String csrf = "";

	public Browser(int port) {
		this.root = "http://localhost:" + port;
		this.http = HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(Redirect.NORMAL)
			.connectTimeout(Duration.ofSeconds(20))
			.build();
	}

	/** A browser in which this account is logged in; locally the password is the name. */
	public static Browser of(int port, String username) {
		var browser = new Browser(port);
		browser.get("/login");
		browser.post("/login", Map.of("username", username, "password", username));
		return browser;
	}

	public HttpResponse<String> get(String path) {
		return send(request(path).GET());
	}

	/** Sends a form with the token of the page shown last. */
	public HttpResponse<String> post(String path, Map<String, String> fields) {
		var all = new LinkedHashMap<String, String>(fields);
		all.put("_csrf", this.csrf);
		return postWithoutToken(path, all);
	}

	public HttpResponse<String> postWithoutToken(String path, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body)));
	}

	/** Uploads a file with a form. */
	public HttpResponse<String> upload(String path, String field, String fileName, String content) {
		String boundary = "----binome";
		String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + this.csrf
				+ "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
				+ fileName + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.ofString(body)));
	}

	/** Sends a form with fields and a file of bytes. */
	public HttpResponse<String> upload(String path, Map<String, String> fields, byte[] file) {
		String boundary = "----binome";
		var body = new StringBuilder();
		var all = new LinkedHashMap<String, String>(fields);
		all.put("_csrf", this.csrf);
		all.forEach((name, value) -> body.append(
				"--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value)));
		body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan\"\r\n\r\n");
		return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
			.POST(BodyPublishers.concat(BodyPublishers.ofString(body.toString()), BodyPublishers.ofByteArray(file),
					BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
	}

	/** A request of a program with HTTP Basic. */
	public HttpResponse<String> api(String method, String path, String username, String contentType, String body) {
		String credentials = Base64.getEncoder()
			.encodeToString((username + ":" + username).getBytes(StandardCharsets.UTF_8));
		return send(request(path).header("Authorization", "Basic " + credentials)
			.header("Content-Type", contentType)
			.method(method, BodyPublishers.ofString(body)));
	}

	/** The bytes a program downloads with HTTP Basic. */
	public byte[] download(String path, String username) throws IOException, InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString((username + ":" + username).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = request(path).header("Authorization", "Basic " + credentials).GET().build();
		return this.http.send(request, BodyHandlers.ofByteArray()).body();
	}

	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			Matcher token = CSRF.matcher(response.body());
			if (token.find()) {
				this.csrf = token.group(1);
			}
			return response;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.root + path))
			.timeout(Duration.ofSeconds(60))
			.header("Accept-Language", "fr");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
