package org.binome.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleCollection;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import org.binome.document.VariableReport.Use;

/**
 * Lends data to a template and notes what the template asks for.
 */
final class Recorder {

	private static final int MOST_FINDINGS = 200;

	private final ObjectWrapper wrapper;

	private final Predicate<String> functions;

	private final Set<String> used = new HashSet<>();

	private final Set<String> known = new TreeSet<>();

	private final Map<String, Use> absent = new LinkedHashMap<>();

	private final Map<String, Use> missing = new LinkedHashMap<>();

	private final Map<String, Use> problems = new LinkedHashMap<>();

	/**
	 * @param functions tells the names that every template has without data
	 */
	Recorder(ObjectWrapper wrapper, Predicate<String> functions) {
		this.wrapper = wrapper;
		this.functions = functions;
	}

	TemplateHashModelEx lend(Map<String, ?> data) {
		know("", data);
		return new RecordedHash("", data);
	}

	/** Notes what failed and lets the template go on after it. */
	TemplateExceptionHandler handler() {
		return (failure, environment, out) -> {
			if (this.missing.size() + this.problems.size() >= MOST_FINDINGS) {
				throw failure;
			}
			String name = (failure.getBlamedExpressionString() != null) ? failure.getBlamedExpressionString() : "";
			boolean reference = failure instanceof InvalidReferenceException;
			note(reference ? this.missing : this.problems, reference ? name : "", failure, Templates.message(failure));
		};
	}

	VariableReport report() {
		List<Use> optional = this.absent.values()
			.stream()
			.filter((use) -> this.missing.values()
				.stream()
				.noneMatch((other) -> last(other.name()).equals(last(use.name()))))
			.toList();
		return new VariableReport(List.copyOf(this.missing.values()), optional, List.copyOf(this.problems.values()),
				this.known.stream().filter((path) -> !this.used.contains(path)).toList());
	}

	private static void note(Map<String, Use> uses, String name, TemplateException at, String message) {
		String template = (at.getTemplateSourceName() != null) ? at.getTemplateSourceName() : "";
		int line = (at.getLineNumber() != null) ? at.getLineNumber() : 0;
		int column = (at.getColumnNumber() != null) ? at.getColumnNumber() : 0;
		uses.putIfAbsent(template + ":" + line + ":" + column + ":" + name,
				new Use(name, template, line, column, message));
	}

	private static String last(String path) {
		return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf(']')) + 1);
	}

	private void know(String path, Object value) {
		switch (value) {
			case Map<?, ?> map when !map.isEmpty() -> map.forEach((key, entry) -> know(join(path, key), entry));
			case List<?> list when !list.isEmpty() -> list.forEach((entry) -> know(path + "[]", entry));
			case null, default -> this.known.add(path);
		}
	}

	private static String join(String path, Object key) {
		return path.isEmpty() ? key.toString() : path + "." + key;
	}

	private TemplateModel lend(String path, Object value) throws TemplateModelException {
		this.used.add(path);
		return switch (value) {
			case Map<?, ?> map -> new RecordedHash(path, map);
			case List<?> list -> new RecordedList(path + "[]", list);
			case null, default -> this.wrapper.wrap(value);
		};
	}

	private final class RecordedHash implements TemplateHashModelEx {

		private final String path;

		private final Map<?, ?> map;

		RecordedHash(String path, Map<?, ?> map) {
			this.path = path;
			this.map = map;
		}

		@Override
		public TemplateModel get(String key) throws TemplateModelException {
			String name = join(this.path, key);
			Object value = this.map.get(key);
			if (value == null && !(this.path.isEmpty() && Recorder.this.functions.test(key))) {
				boolean first = Recorder.this.absent.values().stream().noneMatch((use) -> use.name().equals(name));
				if (first) {
					note(Recorder.this.absent, name, new TemplateException("", Environment.getCurrentEnvironment()),
							"");
				}
			}
			return (value != null) ? lend(name, value) : null;
		}

		@Override
		public boolean isEmpty() {
			return this.map.isEmpty();
		}

		@Override
		public int size() {
			return this.map.size();
		}

		@Override
		public TemplateCollectionModel keys() {
			return new SimpleCollection(this.map.keySet(), Recorder.this.wrapper);
		}

		@Override
		public TemplateCollectionModel values() throws TemplateModelException {
			List<TemplateModel> values = new ArrayList<>();
			for (Map.Entry<?, ?> entry : this.map.entrySet()) {
				values.add(lend(join(this.path, entry.getKey()), entry.getValue()));
			}
			return new SimpleCollection(values, Recorder.this.wrapper);
		}

	}

	private final class RecordedList implements TemplateSequenceModel {

		private final String path;

		private final List<?> list;

		RecordedList(String path, List<?> list) {
			this.path = path;
			this.list = list;
		}

		@Override
		public TemplateModel get(int index) throws TemplateModelException {
			return (index >= 0 && index < this.list.size()) ? lend(this.path, this.list.get(index)) : null;
		}

		@Override
		public int size() {
			return this.list.size();
		}

	}

}
