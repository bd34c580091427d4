"""Bare skin of every kind and tone: blood, light, furrows, hair."""
