package dev.baton.benchmarks.run;

import java.util.List;
import java.util.Locale;

/// A figure over the rounds; all are NaN when there is none.
record Spread(double least, double median, double most) {

    static Spread of(List<Double> figures) {
        if (figures.isEmpty()) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        List<Double> sorted = figures.stream().sorted().toList();
        return new Spread(sorted.getFirst(), median(sorted), sorted.getLast());
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return digits(least) + " / " + digits(median) + " / " + digits(most);
    }

    /// Three significant digits or so, however great the figure.
    static String digits(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        String format = figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : figure >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, figure);
    }
}
